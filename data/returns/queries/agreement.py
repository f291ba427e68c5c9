"""Two partners, one fact: a university's placements and the places an employer confirmed for it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from data.calendar import academic_year, term
from data.returns.queries.placements import starts
from data.returns.queries.query import Beside, Fact, Facts, Query, grouped

# Partnership, employer, university, academic year, term: what both sides speak of.
Shared = tuple[str, str, str, str, str]
Levels = Counter[str]
Sides = dict[Shared, tuple[Levels, Levels]]


class Said(NamedTuple):
    """What one row says to the other partner.

    Attributes:
        shared: What it speaks of.
        level: Of which level.
        places: How many places or placements.
    """

    shared: Shared
    level: str
    places: int


def sides(facts: Facts) -> Sides:
    """Return confirmed places and placements by level, wherever either side names the other."""
    found: Sides = defaultdict(lambda: (Counter(), Counter()))
    for side, say in enumerate(SAY):
        for row in facts.rows.get(say, ()):
            if said := SAY[say](row):
                found[said.shared][side][said.level] += said.places
    return found


def of_offer(offer: Fact) -> Said | None:
    """Return what an offer says; nothing unless it is confirmed, and reserved for a university."""
    if offer["status"] != "confirmed" or not offer["reserved_for"]:
        return None
    shared = _shared(offer, offer["owner"], offer["reserved_for"], offer["window_start"])
    return Said(shared, offer["level"], offer["places"])


def of_placement(placement: Fact) -> Said | None:
    """Return what a placement says; nothing if it was cancelled."""
    if placement["status"] == "cancelled":
        return None
    shared = _shared(placement, placement["employer"], placement["owner"], starts(placement))
    return Said(shared, placement["level"], 1)


# Each sheet that says something, the employer's first.
SAY: Mapping[str, Callable[[Fact], Said | None]] = {"offers": of_offer, "placements": of_placement}


def still(sheet: str, versions: Iterable[Fact], now: Iterable[Fact]) -> dict[int, Fact]:
    """Return changed rows that say to the other partner what they said, by id.

    Args:
        sheet: Theirs.
        versions: All changed rows of it, as they were and as they are.
        now: Those that stand.
    """
    each = grouped(versions, itemgetter("id"))
    return {row["id"]: row for row in now if _say_the_same(sheet, each[row["id"]])}


def _say_the_same(sheet: str, versions: Sequence[Fact]) -> bool:
    return len(versions) > 1 and len({SAY[sheet](row) for row in versions}) == 1


def _shared(row: Fact, employer: str, university: str, day: date) -> Shared:
    return row["partnership"], employer, university, academic_year(day), term(day)


def _differ(said: Said | None, facts: Facts) -> str | None:
    if not said:
        return None
    found: Sides = facts.once("confirmed and placed", sides)
    confirmed, placed = found.get(said.shared, (Counter(), Counter()))
    # A side that says nothing has not said zero.
    if not confirmed or not placed:
        return None
    _, employer, university, year, season = said.shared
    if "either" in confirmed or said.level == "either":
        places, placements, which = confirmed.total(), placed.total(), "all"
    else:
        places, placements, which = confirmed[said.level], placed[said.level], said.level
    if places == placements:
        return None
    return (
        f"In {season} {year}, {employer} confirmed {places} places for {university} and "
        f"{university} has {placements} placements there (level: {which})."
    )


def _of_offers(row: Fact, facts: Facts) -> str | None:
    return _differ(of_offer(row), facts)


def _of_placements(row: Fact, facts: Facts) -> str | None:
    return _differ(of_placement(row), facts)


FIX = "Settle it with the other partner, then correct the row, or say why."

QUERIES = (
    Query("differs_from_partner", "offers", "places", FIX, _of_offers, Beside.PARTNER),
    Query("differs_from_partner", "placements", "employer", FIX, _of_placements, Beside.PARTNER),
)
