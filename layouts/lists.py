"""The lists of a page, as one person sees them."""

from typing import Final

from dash import html

from dashboard import ids
from dashboard.listing import ON_SCREEN, Visit
from layouts.components.list_card import list_card
from layouts.page import Page
from layouts.slots import Slots
from layouts.static_parts import static_children

NOT_IN_IT: Final = (
    "Lists to work from are of rows as they are at present, so that they are no part of an edition."
)


def slots(page: Page, visit: Visit) -> Slots:
    """Return what goes where the page has its lists; nothing for a page without any."""
    if not page.lists:
        return {}
    if visit.asked.edition:
        return {ids.LISTS: static_children(html.Section(html.P(NOT_IN_IT), className="panel"))}
    cards = [list_card(each, each.read(visit, ON_SCREEN), visit, page.slug) for each in page.lists]
    return {ids.LISTS: static_children(*cards)}
