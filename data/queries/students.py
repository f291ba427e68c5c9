"""Students who completed a final placement, with all the placements they have had."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select

from data import placement_rows
from data.placement_rows import PLACEMENTS, completed
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context

HISTORY = PLACEMENTS.alias("history")
BOTH = 2


def finals(context: Context) -> Source:
    """Final placements completed by the day, by their last day."""
    also = and_(PLACEMENTS.c.level == "final", completed(context))
    source = placement_rows.source(PLACEMENTS.c.actual_end, also=also)
    return replace(source, several=case((_finals(context) > 1, _student(context))))


def _history(context: Context, number: ColumnElement[int]) -> ColumnElement[int]:
    """Return a number of all placements that a row's student had begun by the day."""
    return (
        select(number)
        .where(
            HISTORY.c.owner == PLACEMENTS.c.owner,
            HISTORY.c.student_ref == PLACEMENTS.c.student_ref,
            HISTORY.c.voided_at.is_(None),
            HISTORY.c.status != "cancelled",
            HISTORY.c.actual_start <= context.as_at,
        )
        .scalar_subquery()
    )


def _finals(context: Context) -> ColumnElement[int]:
    """Return how many final placements a row's student had completed by the day."""
    others = select(func.count()).where(
        HISTORY.c.owner == PLACEMENTS.c.owner,
        HISTORY.c.student_ref == PLACEMENTS.c.student_ref,
        HISTORY.c.voided_at.is_(None),
        HISTORY.c.level == "final",
        HISTORY.c.status == "completed",
        HISTORY.c.actual_end <= context.as_at,
    )
    return others.scalar_subquery()


def _student(_context: Context) -> ColumnElement[Any]:
    # A university's code has no space in it, so two students never read the same.
    return PLACEMENTS.c.owner.concat(literal(" ")).concat(PLACEMENTS.c.student_ref)


def _students(where: Callable[[Context], Condition], words: str) -> Measure:
    return Measure(
        finals,
        where=where,
        distinct=_student,
        left_out=(Reason(words, lambda context: ~where(context)),),
    )


def _had(number: ColumnElement[int], at_least: int = 1) -> Callable[[Context], Condition]:
    return lambda context: _history(context, number) >= at_least


def _had_contrast(context: Context) -> Condition:
    columns = (HISTORY.c.service_area, HISTORY.c.sector)
    return or_(*(_history(context, func.count(column.distinct())) > 1 for column in columns))


STATUTORY = func.count(case((HISTORY.c.statutory == "yes", 1)))
IN_AN_AREA = case((HISTORY.c.service_area.in_(("adults", "children")), HISTORY.c.service_area))

FINISHED = Measure(finals, distinct=_student)
WITH_STATUTORY = _students(_had(STATUTORY), "of students without a statutory placement")
WITH_TWO_STATUTORY = _students(
    _had(STATUTORY, BOTH), "of students without two statutory placements"
)
WITH_TWO = _students(_had(func.count(), BOTH), "of students with one placement")
WITH_CONTRAST = _students(_had_contrast, "of students whose placements were alike")
WITH_BOTH_AREAS = _students(
    _had(func.count(IN_AN_AREA.distinct()), BOTH), "of students without a placement in each area"
)
