"""Placements that have ended, and what came of them."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case

from data import placement_rows
from data.placement_rows import PLACEMENTS, completed
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context


def outcomes(context: Context) -> Source:
    """Placements that had ended by the day, by the day they ended."""
    ended = PLACEMENTS.c.status.in_(("completed", "ended_early"))
    by_then = PLACEMENTS.c.actual_end <= context.as_at
    return placement_rows.source(PLACEMENTS.c.actual_end, also=and_(ended, by_then))


def _finished_late(_context: Context) -> ColumnElement[Any]:
    """One or nought; nothing where nobody said when it was to end."""
    late = PLACEMENTS.c.actual_end > PLACEMENTS.c.planned_end
    return case((late, 1), (PLACEMENTS.c.planned_end.is_not(None), 0))


COMPLETED = Measure(
    outcomes, where=completed, left_out=(Reason("ended early", lambda day: ~completed(day)),)
)
FINISHED_LATE = Measure(outcomes, where=completed, quantity=_finished_late)


def with_outcome(level: str) -> Measure:
    """Return placements of a level that have an outcome."""
    return Measure(
        outcomes,
        where=lambda _context: _of(level, PLACEMENTS.c.outcome.is_not(None)),
        left_out=(
            Reason("of the other level", lambda _context: PLACEMENTS.c.level != level),
            Reason("without an outcome", lambda _context: PLACEMENTS.c.outcome.is_(None)),
        ),
    )


def passed(level: str) -> Measure:
    """Return placements of a level that were passed."""
    return Measure(outcomes, where=lambda _context: _of(level, PLACEMENTS.c.outcome == "pass"))


def _of(level: str, condition: Condition) -> Condition:
    return and_(PLACEMENTS.c.level == level, condition)
