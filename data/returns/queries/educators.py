"""Queries of practice educators: their stage, their currency, their training."""

from datetime import date

from data.calendar import months_later
from data.returns.queries.placements import starts
from data.returns.queries.query import Beside, Fact, Facts, Query
from data.schema.running import ANY_COUNTRY

AWARDS = ("legacy_award_on", "stage1_on", "stage2_on")


def _held(educator: Fact, day: date) -> dict[str, date]:
    """Return the awards that a practice educator held on a day."""
    return {name: educator[name] for name in AWARDS if educator[name] and educator[name] <= day}


def _only_stage_1(row: Fact, facts: Facts) -> str | None:
    educator = facts.educator_of(row)
    if educator is None or row["level"] != "final" or row["status"] == "cancelled":
        return None
    if set(_held(educator, starts(row))) != {"stage1_on"}:
        return None
    return "A final placement, and the practice educator held only Stage 1 at its start."


def _not_current(row: Fact, facts: Facts) -> str | None:
    educator = facts.educator_of(row)
    if educator is None or row["status"] == "cancelled" or _was_current(educator, row, facts):
        return None
    return "The practice educator was not current at the start of the placement."


def _was_current(educator: Fact, placement: Fact, facts: Facts) -> bool:
    day = starts(placement)
    awards = _held(educator, day)
    left = educator["left_on"] and educator["left_on"] <= day
    lapsed = educator["registered_until"] and educator["registered_until"] < day
    if not awards or left or lapsed:
        return False
    # Where no region says which nation it is, only what holds everywhere can be asked.
    months = facts.around.currency_months[facts.around.nations.get(educator["owner"], ANY_COUNTRY)]
    # Only the latest student is kept: one after the start may stand for one before it.
    latest = (educator["last_student_on"], educator["last_refresher_on"], *awards.values())
    last: date = max(known for known in latest if known)
    return last >= months_later(day, -months)


def _not_new(row: Fact, facts: Facts) -> str | None:
    educator = facts.educators.get((row["partnership"], row["owner"], row["pe_ref"]))
    if educator is None or row["category"] != "new" or not _held(educator, row["started_on"]):
        return None
    return "“new” for somebody who held an award when the course started."


QUERIES = (
    Query(
        "final_with_stage_1",
        "placements",
        "pe_ref",
        "Correct the practice educator or the level, or say why.",
        _only_stage_1,
        Beside.EDUCATOR,
    ),
    Query(
        "educator_not_current",
        "placements",
        "pe_ref",
        "Correct the practice educator or the register, or say why.",
        _not_current,
        Beside.EDUCATOR,
    ),
    Query(
        "new_but_registered",
        "pe_training",
        "category",
        "Use topping_up or returning, or say why.",
        _not_new,
        Beside.EDUCATOR,
    ),
)
