"""The students still without a placement, by university, programme, term and level."""

from typing import Final

from dashboard import formatting, wording
from dashboard.listing import Listed, Listing, Visit
from dashboard.views.view import Cell
from dashboard.worklists import rows
from data.worklists.unplaced import Waiting, waiting

HEADING: Final = "Students still without a placement"
COLUMNS: Final = (
    "University",
    "Partnership",
    "Programme",
    "When",
    "Level",
    "Students",
    "Placed",
    "Without",
    "To do",
)
MEANING: Final = (
    "Students who need a placement, less the placements matched and not cancelled, for each "
    "university's programme, academic year, term and level. Demand holds numbers of students and "
    "no student by name, so that this says how many are without and not who. Programmes make up "
    "for one another in the figure above and not here, so that this may come to more. It shows "
    "the universities whose demand and placements you may read; without a year chosen, this "
    "academic year and later ones."
)


def _read(visit: Visit, most: int) -> Listed:
    if unlisted := rows.unlisted(visit):
        return unlisted
    selection = rows.from_now_on(visit)
    found = waiting(visit.bench, visit.person, selection)
    if not found:
        return rows.none(
            "No student is without a placement, among the universities whose rows you may read "
            "and for these filters."
        )
    students = formatting.quantity(sum(each.left for each in found), "student", "students")
    groups = formatting.quantity(len(found), "group", "groups")
    more = rows.first(most, len(found), "groups")
    return rows.listed(
        visit,
        f"{students} without a placement, in {groups}{more}",
        (HEADING, selection),
        COLUMNS,
        (_row(visit, each) for each in found[:most]),
    )


def _row(visit: Visit, each: Waiting) -> tuple[Cell, ...]:
    university = rows.name(visit, each.owner)
    return (
        Cell(university, university),
        rows.where(visit, each.partnership),
        Cell(each.programme),
        Cell(f"{wording.TERMS[each.term]} {each.academic_year}"),
        Cell(wording.LEVELS[each.level]),
        Cell(formatting.count(each.students), each.students),
        Cell(formatting.count(each.placed), each.placed),
        Cell(formatting.count(each.left), each.left),
        rows.work(visit, "Open placements", "placements", (each.partnership, each.owner)),
    )


LISTING: Final = Listing(
    "students-unplaced",
    HEADING,
    MEANING,
    "returns of Demand and Placements (universities)",
    _read,
)
