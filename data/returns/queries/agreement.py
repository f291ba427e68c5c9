"""Two partners, one fact: a university's placements and the places an employer confirmed for it."""

from collections import Counter, defaultdict
from datetime import date

from data.calendar import academic_year, term
from data.returns.queries.placements import starts
from data.returns.queries.query import Beside, Fact, Facts, Query

# Partnership, employer, university, academic year, term: what both sides speak of.
Shared = tuple[str, str, str, str, str]
Levels = Counter[str]
Sides = dict[Shared, tuple[Levels, Levels]]


def sides(facts: Facts) -> Sides:
    """Return confirmed places and placements by level, wherever either side names the other."""
    found: Sides = defaultdict(lambda: (Counter(), Counter()))
    for offer in facts.rows.get("offers", ()):
        if offer["status"] == "confirmed" and offer["reserved_for"]:
            found[of_offer(offer)][0][offer["level"]] += offer["places"]
    for placement in facts.placements:
        found[of_placement(placement)][1][placement["level"]] += 1
    return found


def of_offer(offer: Fact) -> Shared:
    """Return what an offer that is reserved for a university speaks of."""
    return _shared(offer, offer["owner"], offer["reserved_for"], offer["window_start"])


def of_placement(placement: Fact) -> Shared:
    """Return what a placement speaks of."""
    return _shared(placement, placement["employer"], placement["owner"], starts(placement))


def _shared(row: Fact, employer: str, university: str, day: date) -> Shared:
    return row["partnership"], employer, university, academic_year(day), term(day)


def _differ(shared: Shared, level: str, facts: Facts) -> str | None:
    found: Sides = facts.once("confirmed and placed", sides)
    confirmed, placed = found.get(shared, (Counter(), Counter()))
    # A side that says nothing has not said zero.
    if not confirmed or not placed:
        return None
    _, employer, university, year, season = shared
    if "either" in confirmed or level == "either":
        places, placements, which = confirmed.total(), placed.total(), "all"
    else:
        places, placements, which = confirmed[level], placed[level], level
    if places == placements:
        return None
    return (
        f"In {season} {year}, {employer} confirmed {places} places for {university} and "
        f"{university} has {placements} placements there (level: {which})."
    )


def _of_offers(row: Fact, facts: Facts) -> str | None:
    if row["status"] != "confirmed" or not row["reserved_for"]:
        return None
    return _differ(of_offer(row), row["level"], facts)


def _of_placements(row: Fact, facts: Facts) -> str | None:
    if row["status"] == "cancelled":
        return None
    return _differ(of_placement(row), row["level"], facts)


FIX = "Settle it with the other partner, then correct the row, or say why."

QUERIES = (
    Query("differs_from_partner", "offers", "places", FIX, _of_offers, Beside.PARTNER),
    Query("differs_from_partner", "placements", "employer", FIX, _of_placements, Beside.PARTNER),
)
