"""Profiles of an edition's partners: two pages each, in one file or each in its own."""

from collections.abc import Iterator
from typing import Any, Final

from dashboard.reports.bundle import packed
from dashboard.reports.ground import Ground, ground
from dashboard.reports.printed.drawing import drawings
from dashboard.reports.printed.paper import filled, selection_line
from dashboard.reports.printed.press import bound, laid_out, pressed
from dashboard.reports.printed.profile import profile
from dashboard.reports.reading import At, standpoint
from data.editions.edition import Edition
from data.partners import Partner
from data.people.person import Person

PAGES: Final = 2
# In points, the largest first: names may be long, and there are two pages.
SIZES: Final = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0)


def make(at: At, number: int, _person: Person) -> bytes:
    """Return the profiles of an edition's partners as one tagged PDF file.

    Args:
        at: Returns from where whoever asks looks with a query.
        number: Of the edition.

    Raises:
        CannotPrintError: This machine lacks what PDF files are made with.
        DeniedError: They may not read it, or there is none.
    """
    here, edition = standpoint(at, number)
    with here.reader.snapshot() as snapshot:
        every = [pages for _, pages in _made(ground(here, snapshot))]
    return pressed(bound(every, f"Partner profiles: {edition.title}"))


def make_apart(at: At, number: int, _person: Person) -> bytes:
    """Return the same as a ZIP of one file a partner, named by its code."""
    here, edition = standpoint(at, number)
    with here.reader.snapshot() as snapshot:
        files = {
            f"{partner.code}.pdf": pressed(pages)
            for partner, pages in _made(ground(here, snapshot))
        }
    return packed(edition, files)


def _made(of: Ground) -> Iterator[tuple[Partner, Any]]:
    for partner in of.known.partners.values():
        if _has_records(partner, of):
            yield partner, _pages(partner, of)


def _has_records(partner: Partner, of: Ground) -> bool:
    # Who is known from documents alone sends no returns, and has no figures.
    return any(of.known.origins[stay.partnership] != "published" for stay in partner.stays)


def _pages(partner: Partner, of: Ground) -> Any:
    """Return the two pages of a partner, in the largest type in which they are two."""
    told = profile(partner, of)
    values = {
        "profile": told,
        "parts": [(each, drawings(each)) for each in told.parts],
        "edition": of.edition,
        "line": _line(of.edition, partner, of),
    }
    pages = None
    for size in SIZES:
        pages = laid_out(filled("profile.html", size=size, **values))
        if len(pages.pages) == PAGES:
            break
    return pages


def _line(edition: Edition, partner: Partner, of: Ground) -> str:
    return f"{partner.name} · {selection_line(edition, of.place)}"
