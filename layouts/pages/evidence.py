"""Published evidence: what documents claim of partnerships, and whether records bear it out."""

from dataclasses import replace

from dashboard.views import claims, claims_by_partnership
from dashboard.worklists import quotes
from data.options import Options
from layouts.page import Own, Page

PAGE = Page(
    path=claims_by_partnership.HOME,
    title="Evidence",
    lead="What have partnerships claimed in print, and is it evidenced by records here?",
    lists=(quotes.QUOTES,),
    more=True,
)


def made(rest: str, _own: Own, known: Options) -> Page | None:
    """Return the page of those claims that somebody may read; nothing lies below it."""
    if rest:
        return None
    return replace(PAGE, views=(claims_by_partnership.view(known), claims.view(known)))
