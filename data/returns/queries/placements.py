"""Queries of placements beside each other, and beside the offers they take up."""

from datetime import date

from data.returns.queries.query import Beside, Fact, Facts, Query


def starts(placement: Fact) -> date:
    """Return the day a placement started, else the day it is to."""
    day: date = placement["actual_start"] or placement["planned_start"]
    return day


def _ends(placement: Fact) -> date:
    """Return its last day; the first, where no end is known, so that nothing is made up."""
    day: date = placement["actual_end"] or placement["planned_end"] or starts(placement)
    return day


def _others(row: Fact, facts: Facts) -> list[Fact]:
    """Return the student's other placements, oldest entry first; none for a cancelled one."""
    if row["status"] == "cancelled":
        return []
    mine = facts.by_student[row["partnership"], row["owner"], row["student_ref"]]
    return sorted((one for one in mine if one["id"] != row["id"]), key=lambda one: one["id"])


def _overlap(row: Fact, facts: Facts) -> str | None:
    for other in _others(row, facts):
        if starts(row) <= _ends(other) and starts(other) <= _ends(row):
            return f"The same student is on placement {other['ref']} at the same time."
    return None


def _same_team(row: Fact, facts: Facts) -> str | None:
    offer = facts.offer_of(row)
    if not offer or not offer["team"]:
        return None
    for other in _others(row, facts):
        theirs = facts.offer_of(other)
        if theirs and (theirs["owner"], theirs["team"]) == (offer["owner"], offer["team"]):
            return f"The same student has placement {other['ref']} in the same team."
    return None


def _too_many(row: Fact, facts: Facts) -> str | None:
    offer = facts.offer_of(row)
    if offer is None or row["status"] == "cancelled":
        return None
    taken = len(facts.by_offer[row["partnership"], row["employer"], row["offer_ref"]])
    if taken <= offer["places"]:
        return None
    return f"The offer has {offer['places']} places and {taken} placements."


QUERIES = (
    Query(
        "overlapping_placements",
        "placements",
        "planned_start",
        "Correct the dates or the student, or say why.",
        _overlap,
        Beside.STUDENT,
    ),
    Query(
        "same_team",
        "placements",
        "offer_ref",
        "A student's two placements should differ: correct the offer, or say why.",
        _same_team,
        Beside.STUDENT,
    ),
    Query(
        "more_placements_than_places",
        "placements",
        "offer_ref",
        "Correct the offer it takes up, or ask the employer to raise the places.",
        _too_many,
        Beside.OFFER,
    ),
)
