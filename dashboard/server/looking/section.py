"""A section of a page, as its comments' address names it."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import abort, request

from dashboard import addresses, hrefs
from dashboard.navigation import MenuEntry
from data.calendar import is_year

# Returns the page of figures that is called so in addresses, for whoever asks; or nothing.
FindPage = Callable[[str], MenuEntry | None]


@dataclass(frozen=True)
class Section:
    """A section of a page, of one partnership.

    Attributes:
        name: What comments call it.
        heading: What readers call it.
        page: What its page is called.
        back: Its address on that page.
        here: The address of its comments.
        query: What both addresses have in common.
        partnership: Code of the partnership.
        year: The academic year on view, where that is exactly one.
    """

    name: str
    heading: str
    page: str
    back: str
    here: str
    query: str
    partnership: str
    year: str | None


def section(find: FindPage, slug: str, view: str) -> Section:
    """Return the section that is asked for; there is none unless one partnership is named."""
    page = find(slug)
    heading = dict(page.sections).get(view) if page else None
    partnerships = request.args.getlist(addresses.PARTNERSHIP)
    if page is None or heading is None or len(partnerships) != 1:
        abort(404)
    query = hrefs.kept(request.query_string.decode("utf-8", "replace"))
    years = [year for year in request.args.getlist("year") if is_year(year)]
    return Section(
        name=f"{slug}/{view}",
        heading=heading,
        page=page.title,
        back=hrefs.link(page.path, query, view),
        here=hrefs.link(f"/comments/{slug}/{view}", query),
        query=query,
        partnership=partnerships[0],
        year=years[0] if len(years) == 1 else None,
    )
