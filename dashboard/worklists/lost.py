"""Offers and placements that were lost, each with its reason in the words of the return."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from dashboard import formatting, wording
from dashboard.listing import Listed, Listing, Read, Visit
from dashboard.views.view import Cell
from dashboard.worklists import rows
from data.people.person import Person
from data.selection import Selection
from data.workbench import Workbench
from data.worklists.lost import offers_lost, placements_lost

Lost = Callable[[Workbench, Person, Selection, int], Sequence[Any]]
Row = Callable[[Visit, Any], tuple[Cell, ...]]
NO_REASON: Final = "no reason given"
WHOLE: Final = (
    "The reasons are in somebody's own words, so that only those see them who may read the whole "
    "row: the owner's coordinators and approvers, and the managers of the partnership."
)
STATUSES: Final = {
    "withdrawn": "Withdrawn",
    "rejected": "Rejected",
    "cancelled": "Cancelled",
    "ended_early": "Ended early",
}
CONCERNS: Final = {"yes": "Concern raised", "no": "No concern", None: wording.NOT_KNOWN}


def _reader(lost: Lost, heading: str, columns: tuple[str, ...], row: Row, noun: str) -> Read:
    def read(visit: Visit, most: int) -> Listed:
        if unlisted := rows.unlisted(visit):
            return unlisted
        selection = visit.asked.selection
        found = lost(visit.bench, visit.person, selection, most)
        if not found:
            return rows.none(f"No {noun} that you may read was lost, for these filters.")
        count = formatting.quantity(found[0].rows, f"{noun} was lost", f"{noun}s were lost")
        more = rows.first(most, found[0].rows, f"{noun}s")
        cells = (row(visit, each) for each in found)
        return rows.listed(visit, f"{count}{more}", (heading, selection), columns, cells)

    return read


def _offer(visit: Visit, each: Any) -> tuple[Cell, ...]:
    employer = rows.name(visit, each.owner)
    return (
        Cell(employer, employer),
        rows.where(visit, each.partnership),
        rows.work(visit, each.ref, "offers", (each.partnership, each.owner), each.id),
        Cell(STATUSES[each.status]),
        Cell(formatting.day(each.status_on)),
        Cell(formatting.day(each.window_start)),
        Cell(formatting.count(each.places), each.places),
        Cell(each.status_reason or NO_REASON),
    )


def _placement(visit: Visit, each: Any) -> tuple[Cell, ...]:
    university = rows.name(visit, each.owner)
    ended = each.status == "ended_early"
    return (
        Cell(university, university),
        rows.where(visit, each.partnership),
        Cell(rows.name(visit, each.employer)),
        rows.work(visit, each.ref, "placements", (each.partnership, each.owner), each.id),
        Cell(wording.LEVELS[each.level]),
        Cell(STATUSES[each.status]),
        Cell(formatting.day(each.planned_start)),
        Cell(formatting.day(each.actual_end) if ended else wording.NOT_APPLICABLE),
        Cell(each.status_reason or NO_REASON),
        Cell(CONCERNS[each.concern]),
    )


OF_OFFERS: Final = "Offers withdrawn or rejected, and why"
OF_PLACEMENTS: Final = "Placements cancelled or ended early, and why"
OFFERS: Final = Listing(
    "offers-lost",
    OF_OFFERS,
    f"Offers withdrawn or rejected by the day in question, the latest first. {WHOLE}",
    "returns of Offers (employers)",
    _reader(
        offers_lost,
        OF_OFFERS,
        (
            "Employer",
            "Partnership",
            "Offer",
            "What became of it",
            "On",
            "Window from",
            "Places",
            "Reason",
        ),
        _offer,
        "offer",
    ),
)
PLACEMENTS: Final = Listing(
    "placements-lost",
    OF_PLACEMENTS,
    "Placements that were cancelled, or that ended early by the day in question, those planned "
    f"to start last first. {WHOLE}",
    "returns of Placements (universities)",
    _reader(
        placements_lost,
        OF_PLACEMENTS,
        (
            "University",
            "Partnership",
            "Employer",
            "Placement",
            "Level",
            "What became of it",
            "Planned start",
            "Ended",
            "Reason",
            "Concern",
        ),
        _placement,
        "placement",
    ),
)
