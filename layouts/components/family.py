"""The pages of a group, linked under the heading of each."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import hrefs, navigation
from dashboard.navigation import Place
from layouts.attributes import marked
from layouts.page import Page


def family(page: Page, pages: Sequence[Page], query: str) -> list[Component]:
    """Return links to the pages of a page's group, with the filters kept; nothing for a loner."""
    places = navigation.family([other.place for other in pages], page.path)
    if not places:
        return []
    links = html.Ul([_link(place, page, query) for place in places])
    group = {"aria-label": places[0].title}
    return [marked(html.Nav(links, className="family"), group)]


def _link(place: Place, page: Page, query: str) -> Component:
    link = html.A(place.called or place.title, href=hrefs.link(place.path, query))
    return html.Li(marked(link, {"aria-current": "page"} if place.path == page.path else {}))
