"""Rows that a measure leaves out, told apart by the reason."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, case

from data.slicing import Measure
from data.thresholds import Context

NO_AMOUNT = "without a number where one is needed"
OTHER = "of a kind that the formula leaves out"


def reasons(measure: Measure) -> list[tuple[str, Measure]]:
    """Return each reason in words, with a measure that counts the rows it leaves out.

    A row counts for the first reason that holds; together with the rows that the measure
    counts itself they are all the rows that were looked at.
    """
    words = [reason.words for reason in measure.left_out]
    return [
        (name, Measure(measure.source, where=_has(measure, place)))
        for place, name in enumerate((NO_AMOUNT, *words, OTHER), start=1)
    ]


def _has(measure: Measure, wanted: int) -> Callable[[Context], ColumnElement[bool]]:
    return lambda context: _reason(measure, context) == wanted


def _reason(measure: Measure, context: Context) -> ColumnElement[Any]:
    """Nought for a row that counts, else the place of its reason; unknown is never a reason."""
    counts, amount = measure.where(context), measure.quantity(context)
    branches: list[Any] = [(and_(counts, amount.is_not(None)), 0), (counts, 1)]
    branches += [
        (reason.where(context), place) for place, reason in enumerate(measure.left_out, start=2)
    ]
    return case(*branches, else_=len(measure.left_out) + 2)
