"""The pages. To add one, declare it in a module here and list it below."""

from dataclasses import replace

from data.options import Options
from layouts.page import Own, Page
from layouts.pages import (
    adults_and_children,
    calendar,
    engagement,
    evidence,
    help_page,
    money,
    overview,
    partner,
    partners,
    placements,
    practice_educators,
    progress,
    workforce,
)


def _partners(rest: str, own: Own, known: Options) -> Page | None:
    """Return the page of all partners, or the one of the partner that the address names."""
    return partner.made(rest, own, known) if rest else partners.made(own, known)


# In the order of the navigation.
PAGES: tuple[Page, ...] = (
    overview.PAGE,
    placements.PAGE,
    progress.PAGE,
    calendar.PAGE,
    practice_educators.PAGE,
    adults_and_children.PAGE,
    replace(partners.PAGE, made=_partners),
    engagement.PAGE,
    workforce.PAGE,
    money.PAGE,
    replace(evidence.PAGE, made=evidence.made),
    help_page.PAGE,
)
