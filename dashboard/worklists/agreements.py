"""Agreements for those who may read their rows: all of them, and those of one partner."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from dashboard import formatting, wording
from dashboard.listing import Listed, Listing, Read, Visit
from dashboard.views.view import Cell
from dashboard.worklists import rows
from data import access
from data.worklists.agreements import agreements_of

HEADING: Final = "Agreements, row by row"
WITHHELD: Final = "for those who see the whole row"
COLUMNS: Final = (
    "Agreement",
    rows.PARTNERSHIP,
    "Employer",
    "University",
    "Kind",
    "Title",
    "State",
    "Review due",
    "Places a year",
    "Given in return",
    "From",
    "Until",
)
STATES: Final = {"planned": "Planned", "active": "Active", "ended": "Ended"}


def _reader(unlisted: Callable[[Visit], Listed | None], nothing: str) -> Read:
    def read(visit: Visit, most: int) -> Listed:
        if refused := unlisted(visit):
            return refused
        selection = visit.asked.selection
        found = agreements_of(visit.bench, visit.person, selection, most)
        if not found:
            return rows.none(nothing)
        more = rows.first(most, found[0].rows, "agreements")
        cells = (_cells(visit, each) for each in found)
        return rows.listed(visit, _count(found[0]) + more, (HEADING, selection), COLUMNS, cells)

    return read


def _count(first: Any) -> str:
    count = formatting.quantity(first.rows, "agreement", "agreements")
    late = f", of which {formatting.quantity(first.late, 'is', 'are')} overdue for review"
    return count + (late if first.late else "")


def _cells(visit: Visit, each: Any) -> tuple[Cell, ...]:
    low, high = each.places_per_year_low, each.places_per_year_high
    return (
        rows.work(visit, each.ref, "agreements", (each.partnership, each.owner), each.id),
        rows.where(visit, each.partnership),
        Cell(rows.name(visit, each.owner)),
        Cell(rows.name(visit, each.hei) or wording.NOT_REPORTED),
        Cell(wording.AGREEMENTS[each.type]),
        _words(each, each.title),
        Cell(STATES[each.status]),
        _review(each),
        Cell(formatting.span(low, high) or wording.NOT_REPORTED),
        _words(each, each.in_return),
        _day(each.starts_on),
        _day(each.ends_on),
    )


def _words(each: Any, words: str | None) -> Cell:
    return Cell((words or wording.NOT_REPORTED) if each.whole else WITHHELD)


def _day(day: date | None) -> Cell:
    return Cell(formatting.day(day) if day else wording.NOT_REPORTED)


def _review(each: Any) -> Cell:
    day = _day(each.review_due)
    return Cell(f"Overdue since {day.text}") if each.overdue else day


def _of_who_reads_none(visit: Visit) -> Listed | None:
    # One partner has few, in however many partnerships.
    return None if access.reads_rows(visit.person) else rows.REFUSED


WHO_SEES: Final = (
    "Titles and what is given in return are for those who may read the whole row: the "
    "employer's coordinators and approvers, and the managers of the partnership."
)
EVERY: Final = Listing(
    "agreements-list",
    HEADING,
    "Agreements of the partners on view, or with them; active ones first, and of those the next "
    f"to be reviewed. {WHO_SEES}",
    "returns of Agreements (employers)",
    _reader(rows.unlisted, "There is no agreement that you may read, for these filters."),
)
AGREEMENTS: Final = Listing(
    "agreements-of-partner",
    HEADING,
    "Agreements of this partner, or with it; active ones first, and of those the next to be "
    f"reviewed. {WHO_SEES}",
    "returns of Agreements (employers)",
    _reader(_of_who_reads_none, "There is no agreement of this partner that you may read."),
)
