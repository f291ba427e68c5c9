"""The pages of a group, linked under the heading of each."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import hrefs, navigation
from dashboard.navigation import MenuEntry
from layouts.attributes import marked
from layouts.page import Page


def family(page: Page, pages: Sequence[Page], query: str) -> list[Component]:
    """Return links to the pages of a page's group, with the filters kept; nothing for a loner."""
    entries = navigation.family([other.menu_entry for other in pages], page.path)
    if not entries:
        return []
    links = html.Ul([_link(entry, page, query) for entry in entries])
    group = {"aria-label": entries[0].title}
    return [marked(html.Nav(links, className="family"), group)]


def _link(entry: MenuEntry, page: Page, query: str) -> Component:
    link = html.A(entry.called or entry.title, href=hrefs.link(entry.path, query))
    return html.Li(marked(link, {"aria-current": "page"} if entry.path == page.path else {}))
