"""Rows that a measure leaves out, told apart by the reason."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case

from data.slicing import Measure
from data.thresholds import Context

NO_AMOUNT = "without a number where one is needed"
OTHER = "of a kind that the formula leaves out"


def reasons(measure: Measure) -> list[str]:
    """Return each reason in words, in the order of their places, which begin with one."""
    return [NO_AMOUNT, *(each.words for each in measure.left_out), OTHER]


def reason(measure: Measure, context: Context) -> ColumnElement[Any]:
    """Return the place of a row's reason: nought if it counts, else of the first that holds.

    Unknown is never a reason.
    """
    counts, amount = measure.where(context), measure.quantity(context)
    branches: list[Any] = [(and_(counts, amount.is_not(None)), 0), (counts, 1)]
    branches += [
        (each.where(context), place) for place, each in enumerate(measure.left_out, start=2)
    ]
    return case(*branches, else_=len(measure.left_out) + 2)
