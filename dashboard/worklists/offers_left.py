"""Offers without a student: those with places that no placement has taken."""

from typing import Any, Final

from dashboard import formatting, wording
from dashboard.listing import Listed, Listing, Visit
from dashboard.views.view import Cell
from dashboard.worklists import rows
from data.history import reads_whole
from data.worklists.offers import with_places_left

HEADING: Final = "Offers without a student"
COLUMNS: Final = (
    "Employer",
    "Partnership",
    "Offer",
    "Team",
    "Level",
    "Service area",
    "Statutory",
    "From",
    "Places",
    "Taken",
    "Left",
    "Kept for",
)
MEANING: Final = (
    "Offers that stand and have more places than placements that name them and are not "
    "cancelled. A placement that names no offer takes none of these places. Without a year "
    "chosen they are of this academic year and later ones. The team is shown to those who may "
    "read the whole offer."
)
STATUTORY: Final = {"yes": "Yes", "no": "No", "not_known": wording.NOT_KNOWN}


def _read(visit: Visit, most: int) -> Listed:
    if unlisted := rows.unlisted(visit):
        return unlisted
    selection = rows.from_now_on(visit)
    found = with_places_left(visit.bench, visit.person, selection, most)
    if not found:
        return rows.none(
            "Every offer that you may read has a placement for each of its places, for these "
            "filters; or there is none."
        )
    offers = formatting.quantity(found[0].offers, "offer has", "offers have")
    places = formatting.quantity(int(found[0].left), "place", "places")
    more = rows.first(most, found[0].offers, "offers")
    return rows.listed(
        visit,
        f"{offers} places without a student, {places} in all{more}",
        (HEADING, selection),
        COLUMNS,
        (_row(visit, each) for each in found),
    )


def _row(visit: Visit, each: Any) -> tuple[Cell, ...]:
    employer = rows.name(visit, each.owner)
    owner = (each.partnership, each.owner)
    whole = reads_whole(visit.person, *owner)
    return (
        Cell(employer, employer),
        rows.where(visit, each.partnership),
        rows.work(visit, each.ref, "offers", owner, each.id),
        Cell(each.team or "not said" if whole else "not shown"),
        Cell(wording.LEVELS[each.level]),
        Cell(wording.AREAS[each.service_area]),
        Cell(STATUTORY[each.statutory]),
        Cell(formatting.day(each.window_start)),
        Cell(formatting.count(each.places), each.places),
        Cell(formatting.count(each.taken), each.taken),
        Cell(formatting.count(each.places - each.taken), each.places - each.taken),
        Cell(rows.name(visit, each.reserved_for) or "open to all"),
    )


LISTING: Final = Listing(
    "offers-without-a-student",
    HEADING,
    MEANING,
    "returns of Offers (employers) and Placements (universities)",
    _read,
)
