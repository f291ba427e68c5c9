"""Partners and regions: who there is, and whose returns are in."""

from dataclasses import replace

from dashboard.views import partner_list, tiles
from dashboard.views.partner_words import HOME
from data.options import Options
from layouts.page import Own, Page

WORDS = "Figure on the map"
PAGE = Page(
    path=HOME,
    title="Partners",
    lead="Who is in the partnerships, and whose returns are in?",
    headlines=("returns_on_time", "freshness_days", "return_completeness"),
)


def made(own: Own, known: Options) -> Page:
    """Return the page of those partners that somebody may know of."""
    asked = own.get(tiles.PARAMETER, ())
    show = next((each for each in reversed(asked) if each in tiles.SHOWN), "")
    unknown = tuple((WORDS, each) for each in asked if each not in tiles.SHOWN)
    return replace(
        PAGE,
        views=(partner_list.view(known), tiles.view(show or tiles.SHOWN[0], known)),
        own=((tiles.PARAMETER, show),) if show else (),
        unknown=unknown,
    )
