"""Practice educator training: who starts, who passes, and who then has a student."""

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_

from data.calendar_sql import academic_year_of, financial_year_of, months_after, term_of
from data.locations import located
from data.schema import FACTS
from data.slicing import Condition, Following, Measure, Reason, Source
from data.thresholds import Context

TRAINING = FACTS["pe_training"]
PLACEMENTS = FACTS["placements"]
OWNER = located(TRAINING, TRAINING.c.owner, "training_owner")


def intakes(_context: Context) -> Source:
    """Learners, by the start of their course."""
    return _source(TRAINING.c.started_on)


def completions(context: Context) -> Source:
    """Learners whose outcome is known by the day, by the day of the outcome."""
    source = _source(TRAINING.c.outcome_on)
    year = financial_year_of(TRAINING.c.outcome_on)
    known = TRAINING.c.outcome_on <= context.as_at
    # Whoever passes may have a student on a placement that starts as long afterwards.
    months = max(context.numbers["trained_to_active_months"].values())
    return replace(
        source,
        always=and_(source.always, known),
        columns={**source.columns, "financial_year": year},
        follows={PLACEMENTS.name: Following(PLACEMENTS.c.actual_start.name, months)},
    )


def _source(day: ColumnElement[Any]) -> Source:
    return Source(
        sheet="pe_training",
        rows=OWNER.rows,
        always=TRAINING.c.voided_at.is_(None),
        columns={
            "partnership": TRAINING.c.partnership,
            "academic_year": academic_year_of(day),
            "term": term_of(day),
            "service_area": TRAINING.c.service_area,
            "stage": TRAINING.c.stage,
            "category": TRAINING.c.category,
        },
        organisations=(TRAINING.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
        day=day,
    )


def started(context: Context) -> Condition:
    """Whether the course had begun by the day."""
    return TRAINING.c.started_on <= context.as_at


def passed(context: Context) -> Condition:
    """Whether the learner had passed by the day."""
    return and_(TRAINING.c.outcome == "passed", TRAINING.c.outcome_on <= context.as_at)


def _ended(context: Context) -> Condition:
    known = TRAINING.c.outcome_on <= context.as_at
    return and_(started(context), TRAINING.c.outcome != "in_progress", known)


def _in_progress(context: Context) -> Condition:
    # An outcome that comes after the day is not yet known.
    later = TRAINING.c.outcome_on > context.as_at
    return and_(started(context), or_(TRAINING.c.outcome == "in_progress", later))


def _time_is_up(context: Context) -> ColumnElement[Any]:
    months = context.number("trained_to_active_months", OWNER.nation)
    return months_after(TRAINING.c.outcome_on, months)


def _passed_long_enough_ago(context: Context) -> Condition:
    known = TRAINING.c.pe_ref.is_not(None)
    limit = _time_is_up(context)
    return and_(passed(context), known, limit <= context.as_at)


def _became_active(context: Context) -> Condition:
    # Only employers train, so it is their placements that a learner can have a student on.
    limit = _time_is_up(context)
    had_student = exists().where(
        PLACEMENTS.c.partnership == TRAINING.c.partnership,
        PLACEMENTS.c.employer == TRAINING.c.owner,
        PLACEMENTS.c.pe_ref == TRAINING.c.pe_ref,
        PLACEMENTS.c.voided_at.is_(None),
        PLACEMENTS.c.status != "cancelled",
        PLACEMENTS.c.actual_start.between(TRAINING.c.outcome_on, limit),
    )
    return and_(_passed_long_enough_ago(context), had_student)


NOT_STARTED = Reason("not started by then", lambda context: ~started(context))
STARTED = Measure(intakes, where=started, left_out=(NOT_STARTED,))
ENDED = Measure(
    intakes, where=_ended, left_out=(NOT_STARTED, Reason("still in progress", _in_progress))
)
ENDED_WELL = Measure(intakes, where=passed)
IN_PROGRESS = Measure(intakes, where=_in_progress)
PASSED = Measure(completions, where=passed)
PASSED_LONG_ENOUGH_AGO = Measure(completions, where=_passed_long_enough_ago)
BECAME_ACTIVE = Measure(completions, where=_became_active)


@cache
def started_in(*areas: str) -> Measure:
    """Return the learners who started, of some service areas."""
    return Measure(
        intakes, where=lambda context: started(context) & TRAINING.c.service_area.in_(areas)
    )
