"""Profiles of an edition's partners: two pages each, in one file or each in its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from logging import getLogger
from typing import Any, Final

from dashboard.editions.standpoint import At
from dashboard.reports.bundle import packed
from dashboard.reports.edition_figures import standpoint
from dashboard.reports.pack import Taken
from dashboard.reports.pack_source import PackSource, pack_source
from dashboard.reports.printed.drawing import drawings
from dashboard.reports.printed.paper import filled, selection_line
from dashboard.reports.printed.pdf import as_pdf, bound, laid_out
from dashboard.reports.printed.profile import profile
from data.editions.edition import Edition
from data.partners import Partner
from data.people.person import Person
from data.returns.problems import RefusedError
from data.schema.reference import PUBLISHED

LOG: Final = getLogger(__name__)
PAGES: Final = 2
# In points, the largest first: names may be long, and there are two pages.
SIZES: Final = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0)


@dataclass(frozen=True)
class Made:
    """Pages on a partner.

    Attributes:
        partner: The partner.
        pages: The pages, laid out.
        failed: Whether they could not be made, so that there is one that says so.
    """

    partner: Partner
    pages: Any
    failed: bool = False


def make(at: At, number: int, _person: Person) -> Taken:
    """Return the profiles of an edition's partners as one tagged PDF file.

    Where one could not be made, a page in its place says so.

    Args:
        at: Returns from where whoever asks looks with a query.
        number: Of the edition.

    Raises:
        CannotPrintError: This machine lacks what PDF files are made with.
        DeniedError: They may not read it, or there is none.
    """
    here, edition = standpoint(at, number)
    with here.reader.snapshot() as snapshot:
        every = list(_made(pack_source(here, snapshot)))
    file = bound([each.pages for each in every], f"Partner profiles: {edition.title}")
    return Taken(as_pdf(file), _failed(every))


def make_apart(at: At, number: int, _person: Person) -> Taken:
    """Return the same as a ZIP of one file a partner, named by its code."""
    here, edition = standpoint(at, number)
    with here.reader.snapshot() as snapshot:
        every = list(_made(pack_source(here, snapshot)))
    files = {f"{each.partner.code}.pdf": as_pdf(each.pages) for each in every}
    return Taken(packed(edition, files), _failed(every))


def _failed(every: Iterable[Made]) -> tuple[str, ...]:
    return tuple(each.partner.name for each in every if each.failed)


def _made(of: PackSource) -> Iterator[Made]:
    for partner in of.known.partners.values():
        if _has_records(partner, of):
            try:
                yield Made(partner, _pages(partner, of))
            except RefusedError:
                raise
            except Exception:
                # One partner's profile must not take the others with it.
                LOG.exception("A profile could not be made: %s", partner.code)
                yield Made(partner, _lacking(partner, of), failed=True)


def _has_records(partner: Partner, of: PackSource) -> bool:
    # Who is known from documents alone sends no returns, and has no figures.
    return any(of.known.origins[stay.partnership] != PUBLISHED for stay in partner.stays)


def _lacking(partner: Partner, of: PackSource) -> Any:
    """Return the page in place of a profile that failed."""
    line = _line(of.edition, partner, of)
    return laid_out(filled("lacking.html", partner=partner, edition=of.edition, line=line))


def _pages(partner: Partner, of: PackSource) -> Any:
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


def _line(edition: Edition, partner: Partner, of: PackSource) -> str:
    return f"{partner.name} · {selection_line(edition, of.place)}"
