"""All rows of the invented partnerships, in the order in which they can be stored."""

from collections import defaultdict
from typing import Any

from data.samples.illustrative import (
    engagement,
    evidence,
    matching,
    meetings,
    money,
    needs,
    offers,
    placements,
    quirks,
    register,
    returns,
    targets,
    training,
    workforce,
)
from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.members import reference_rows
from data.samples.illustrative.partnerships import PARTNERSHIPS
from data.samples.illustrative.students import needing
from data.samples.rows import Rows


def rows() -> Rows:
    """Return the rows by table."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    found |= reference_rows(PARTNERSHIPS)
    found["return_period"] = returns.periods()
    found["setting"] = money.fees()
    found["target"] = targets.rows(PARTNERSHIPS)
    for partnership in PARTNERSHIPS:
        for table, made in _of(partnership).items():
            found[table].extend(made)
    return found


def _of(partnership: Partnership) -> Rows:
    students = needing(partnership)
    offered = offers.offers(partnership, students)
    educators = register.educators(partnership)
    matches = matching.match(partnership, students, offered, educators)
    placed = placements.rows(partnership, matches)
    last = placements.last_students(matches, placed)
    made = {
        "action": meetings.actions(partnership),
        "commentary": meetings.comments(partnership),
        "return_status": returns.states(partnership),
        "agreements": engagement.agreements(partnership),
        "offers": offered,
        "practice_educators": register.rows(partnership, educators, last),
        "demand": needs.demand(partnership, students),
        "requests": needs.requests(partnership, offered, students),
        "placements": placed,
        "pe_training": training.courses(partnership, educators),
        "activities": engagement.activities(partnership),
        "workforce": workforce.censuses(partnership),
        "newly_qualified": workforce.cohorts(partnership),
        "finance": money.rows(partnership),
        "reported_figures": evidence.rows(partnership, placed),
    }
    return quirks.added(partnership, made)
