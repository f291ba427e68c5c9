"""What all lists of rows share: who sees none, where a row is worked on, and how they are told."""

from collections.abc import Iterable, Sequence
from typing import Final

from dashboard import formatting
from dashboard.listing import Listed, Visit
from dashboard.views import captions
from dashboard.views.view import Cell, Table
from data import access
from data.history import reads_whole
from data.people.rights import may
from data.selection import Selection

PARTNERSHIP: Final = "Partnership"
NOTHING: Final = Table((), ())
# Nobody works on more at a time, and the rows of all of England take a second to go through.
MOST_PARTNERSHIPS: Final = 3
REFUSED: Final = Listed(
    "Rows are for those who work on them",
    "",
    NOTHING,
    "Coordinators and approvers, and the managers of a partnership, see this list. Your account "
    "shows figures alone; the manager of your partnership or an administrator can change that.",
    refused=True,
)
TOO_WIDE: Final = Listed(
    "A list is of three partnerships at most",
    "",
    NOTHING,
    "Choose up to three partnerships among the filters to see their rows here.",
)


def unlisted(visit: Visit) -> Listed | None:
    """Return why somebody sees no rows; nothing where they may see some."""
    if not access.reads_rows(visit.person):
        return REFUSED
    return TOO_WIDE if len(_partnerships(visit)) > MOST_PARTNERSHIPS else None


def none(words: str, title: str = "Nothing to do here") -> Listed:
    """Return a list of nothing, and why."""
    return Listed(title, "", NOTHING, words)


def listed(
    visit: Visit,
    found: str,
    about: tuple[str, Selection],
    columns: Sequence[str],
    rows: Iterable[tuple[Cell, ...]],
) -> Listed:
    """Return a list of rows.

    Args:
        visit: Who sees it.
        found: How much there is, as a sentence.
        about: What is listed, and for which selection.
        columns: Their headings; that of the partnership is left out where there is one alone.
        rows: A cell for each heading.
    """
    kept = [
        place
        for place, column in enumerate(columns)
        if column != PARTNERSHIP or len(_partnerships(visit)) > 1
    ]
    table = Table(
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )
    heading, selection = about
    return Listed(found, captions.subtitle(heading, selection, visit.names), table)


def first(most: int, count: int, nouns: str) -> str:
    """Return that no more than so many are listed, where there are more."""
    return f"; the first {formatting.count(most)} {nouns} are listed" if count > most else ""


def from_now_on(visit: Visit) -> Selection:
    """Return the selection of the years chosen, else of this academic year and later ones."""
    selection = visit.asked.selection
    now = selection.current_year
    later = tuple(year for year in visit.bench.years() if year >= now)
    return selection.only(years=selection.years or later or (now,))


def name(visit: Visit, organisation: str | None) -> str:
    """Return what an organisation is called."""
    return visit.names.organisations.get(organisation or "", organisation or "")


def where(visit: Visit, partnership: str) -> Cell:
    """Return the cell of a partnership."""
    return Cell(visit.names.partnerships.get(partnership, partnership), partnership)


def work(
    visit: Visit, words: str, sheet: str, owner: tuple[str, str], row: int | None = None
) -> Cell:
    """Return a cell that leads to where a row, or a sheet, is worked on.

    Args:
        visit: Who sees it; it leads no further than their rights do.
        words: What the cell says.
        sheet: Name of the sheet.
        owner: Codes of the partnership, and of the organisation whose row it is.
        row: Id of the row; nothing for the sheet as a whole.
    """
    home = f"/update/{'/'.join(owner)}/{sheet}/"
    if row is not None and may(visit.person, "write rows", *owner):
        return Cell(words, href=f"{home}row?row={row}")
    return Cell(words, href=home if reads_whole(visit.person, *owner) else "")


def _partnerships(visit: Visit) -> Sequence[str]:
    return visit.asked.selection.partnerships or tuple(visit.names.partnerships)
