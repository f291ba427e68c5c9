"""The first rows of a table that is longer than a page, and the way to all of them."""

from dataclasses import replace

from dashboard import canvas, formatting, hrefs
from dashboard.addresses import ROWS
from dashboard.views.view import Drawn, Table, View
from layouts.page import Page
from layouts.static_parts import Plain, element


def is_whole(view: View, page: Page) -> bool:
    """Return whether the address asks for every row of a view's table."""
    return (ROWS, view.name) in page.own


def shown(view: View, drawn: Drawn, page: Page) -> Table:
    """Return what a page shows of a table: its first rows; all of one that can be searched."""
    rows = drawn.table.rows
    some = canvas.first(rows)
    if view.search or drawn.tiles or is_whole(view, page) or len(some) == len(rows):
        return drawn.table
    return replace(drawn.table, rows=tuple(some))


def way_to_all(view: View, drawn: Drawn, page: Page, query: str) -> list[Plain]:
    """Return how many rows are shown and the way to all of them; nothing if all are.

    On screen that is a link, on paper its address.
    """
    some, every = len(shown(view, drawn, page).rows), len(drawn.table.rows)
    if some == every:
        return []
    pairs = [*(pair for pair in page.own if pair[0] != ROWS), (ROWS, view.name)]
    address = hrefs.link(page.path, hrefs.joined(query, pairs), view.name)
    words = f"The first {formatting.count(some)} of {formatting.count(every)} rows. "
    call = f"Show all {formatting.count(every)} rows"
    link = element("a", [call], {"href": address, "class": "on-screen"})
    where = element("span", [f"All of them: {address}"], {"class": "on-paper"})
    return [element("p", [words, link, where], {"class": "subtitle"})]
