"""Students who completed a final placement, with all the placements they have had."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Subquery,
    and_,
    case,
    func,
    literal,
    literal_column,
    select,
)

from data import placement_rows
from data.placement_rows import PLACEMENTS, completed
from data.slicing import Measure, Reason, Source
from data.thresholds import Context

HISTORY = "history"
BOTH = 2

Condition = ColumnElement[bool]


def finals(context: Context) -> Source:
    """Final placements completed by the day, each with its student's history, by their last day."""
    also = and_(PLACEMENTS.c.level == "final", completed(context))
    plain = placement_rows.source(PLACEMENTS.c.actual_end, also=also)
    history = _history(context.as_at)
    same = and_(
        history.c.owner == PLACEMENTS.c.owner, history.c.student_ref == PLACEMENTS.c.student_ref
    )
    return replace(plain, rows=plain.rows.join(history, same))


def _history(as_at: date) -> Subquery:
    row = PLACEMENTS.alias("history_row")
    begun = and_(
        row.c.voided_at.is_(None), row.c.status != "cancelled", row.c.actual_start <= as_at
    )
    columns = {
        "placements": func.count(),
        "statutory": _count(row.c.statutory == "yes"),
        "adults": _count(row.c.service_area == "adults"),
        "children": _count(row.c.service_area == "children"),
        "areas": func.count(row.c.service_area.distinct()),
        "sectors": func.count(row.c.sector.distinct()),
    }
    return (
        select(
            row.c.owner,
            row.c.student_ref,
            *(column.label(name) for name, column in columns.items()),
        )
        .where(begun)
        .group_by(row.c.owner, row.c.student_ref)
        .subquery(HISTORY)
    )


def _count(condition: Condition) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1))), 0)


def _number(name: str) -> ColumnElement[int]:
    # The history is made anew for each day, so its columns are spoken of by name.
    return literal_column(f"{HISTORY}.{name}", Integer())


def _student(_context: Context) -> ColumnElement[Any]:
    # A university's code has no space in it, so two students never read the same.
    return PLACEMENTS.c.owner.concat(literal(" ")).concat(PLACEMENTS.c.student_ref)


def _students(where: Condition, words: str) -> Measure:
    return Measure(
        finals,
        where=lambda _context: where,
        distinct=_student,
        left_out=(Reason(words, lambda _context: ~where),),
    )


FINISHED = Measure(finals, distinct=_student)
WITH_STATUTORY = _students(_number("statutory") >= 1, "of students without a statutory placement")
WITH_TWO_STATUTORY = _students(
    _number("statutory") >= BOTH,
    "of students without two statutory placements",
)
WITH_TWO = _students(
    _number("placements") >= BOTH,
    "of students with one placement",
)
WITH_CONTRAST = _students(
    (_number("areas") > 1) | (_number("sectors") > 1), "of students whose placements were alike"
)
WITH_BOTH_AREAS = _students(
    and_(_number("adults") >= 1, _number("children") >= 1),
    "of students without a placement in each area",
)
