"""A pack as a booklet: every part with its chart, its table and what it means, on A4."""

from dataclasses import dataclass
from logging import getLogger
from typing import Final

from dashboard import formatting, sentences
from dashboard.editions import words
from dashboard.editions.standpoint import At
from dashboard.reports.building import build, not_made
from dashboard.reports.edition_figures import standpoint
from dashboard.reports.pack import Pack, Section, Taken
from dashboard.reports.printed.drawing import drawings
from dashboard.reports.printed.paper import filled, selection_line
from dashboard.reports.printed.pdf import as_pdf, laid_out
from data.people.person import Person

LOG: Final = getLogger(__name__)


@dataclass(frozen=True)
class Part:
    """A part of a pack, with its chart drawn.

    Attributes:
        section: The part.
        drawings: Its chart as SVG, in as many pieces as it takes.
    """

    section: Section
    drawings: tuple[str, ...] = ()


def make(at: At, number: int, _person: Person) -> Taken:
    """Return an edition as a tagged PDF file, as far as whoever asks may read it.

    Args:
        at: Returns from where they look with a query.
        number: Of the edition.

    Raises:
        CannotPrintError: This machine lacks what PDF files are made with.
        DeniedError: They may not read it, or there is none.
    """
    here, _ = standpoint(at, number)
    return written(build(here))


def written(pack: Pack) -> Taken:
    """Return a pack as a tagged PDF file."""
    parts = [_part(section) for section in pack.sections]
    html = filled(
        "pack.html",
        pack=pack,
        parts=parts,
        place=_place(pack),
        line=selection_line(pack.edition, _place(pack)),
        state=words.state(pack.edition),
    )
    failed = tuple(each.section.heading for each in parts if each.section.failed)
    return Taken(as_pdf(laid_out(html)), failed)


def _part(section: Section) -> Part:
    try:
        return Part(section, tuple(drawings(section)))
    except Exception:
        # One chart that can't be drawn must not take the other pages with it.
        LOG.exception("A chart could not be drawn: %s", section.heading)
        return Part(not_made(section.heading))


def _place(pack: Pack) -> str:
    names = pack.partnerships
    if len(names) <= sentences.MOST_NAMED:
        return sentences.named(names)
    return formatting.quantity(len(names), "partnership", "partnerships")
