"""Statements that add up measures in the database, a row a group."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal

from data.grouping import grouped
from data.selection import Selection
from data.slicing import Column, Measure, Source
from data.thresholds import Context


def totals(
    source: Source,
    measures: Sequence[Measure],
    context: Context,
    selection: Selection,
    by: Sequence[str] = (),
) -> Select[Any]:
    """Return a statement that adds up measures of one source.

    Its columns are those of ``by``; ``rows`` (rows looked at); then three for each measure: the
    sum (0 where nothing counted), the rows counted, and the rows that would have counted, had
    they said how much.
    """
    columns: list[Column] = [func.count().label("rows")]
    for place, measure in enumerate(measures):
        total, counted, blank = sums(measure, context)
        columns += [
            total.label(f"m{place}"),
            counted.label(f"m{place}_n"),
            blank.label(f"m{place}_blank"),
        ]
    return grouped(source, columns, selection, by)


# An expression holds for every statement of the day, whatever the filters; making it is dear.
@lru_cache(maxsize=2048)
def sums(measure: Measure, context: Context) -> tuple[Column, Column, Column]:
    """Return what adds a measure up: its sum, the rows counted, the rows that don't say."""
    where, quantity = measure.where(context), measure.quantity(context)
    blank: Column = literal(0)
    counted = where
    if measure.may_be_blank:
        counted = where & quantity.is_not(None)
        blank = _count(where & quantity.is_(None))
    # A row without the quantity adds nothing anyway.
    total: Column = func.coalesce(func.sum(quantity).filter(where), 0)
    if measure.distinct is not None:
        total = func.count(measure.distinct(context).distinct()).filter(counted)
    return total, _count(counted), blank


def _count(condition: ColumnElement[bool]) -> Column:
    return func.count().filter(condition)
