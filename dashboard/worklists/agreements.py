"""The agreements of one partner, for those who may read their rows."""

from datetime import date
from typing import Any, Final

from dashboard import formatting, wording
from dashboard.listing import Listed, Listing, Visit
from dashboard.views.view import Cell
from dashboard.worklists import rows
from data import access
from data.worklists.agreements import agreements_of

HEADING: Final = "Agreements, row by row"
COLUMNS: Final = (
    "Agreement",
    rows.PARTNERSHIP,
    "Employer",
    "University",
    "Kind",
    "Title",
    "State",
    "From",
    "Until",
    "Review due",
    "Places a year",
)
STATES: Final = {"planned": "Planned", "active": "Active", "ended": "Ended"}


def _read(visit: Visit, most: int) -> Listed:
    # One partner has few, in however many partnerships.
    if not access.reads_rows(visit.person):
        return rows.REFUSED
    selection = visit.asked.selection
    found = agreements_of(visit.bench, visit.person, selection, most)
    if not found:
        return rows.none("There is no agreement of this partner that you may read.")
    count = formatting.quantity(len(found), "agreement", "agreements")
    cells = (_cells(visit, each) for each in found)
    return rows.listed(visit, count, (HEADING, selection), COLUMNS, cells)


def _cells(visit: Visit, each: Any) -> tuple[Cell, ...]:
    low, high = each.places_per_year_low, each.places_per_year_high
    return (
        rows.work(visit, each.ref, "agreements", (each.partnership, each.owner), each.id),
        rows.where(visit, each.partnership),
        Cell(rows.name(visit, each.owner)),
        Cell(rows.name(visit, each.hei) or wording.NOT_REPORTED),
        Cell(wording.AGREEMENTS[each.type]),
        Cell(each.title or "for those who see the whole row"),
        Cell(STATES[each.status]),
        _day(each.starts_on),
        _day(each.ends_on),
        _day(each.review_due),
        Cell(formatting.span(low, high) or wording.NOT_REPORTED),
    )


def _day(day: date | None) -> Cell:
    return Cell(formatting.day(day) if day else wording.NOT_REPORTED)


AGREEMENTS: Final = Listing(
    "agreements-of-partner",
    HEADING,
    "Agreements of this partner, or with it, the next to be reviewed first. Titles are for those "
    "who may read the whole row.",
    "returns of Agreements (employers)",
    _read,
)
