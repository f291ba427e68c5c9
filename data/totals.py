"""Statements that add up measures in the database, a row a group."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from data.schema import FACTS
from data.selection import Selection
from data.slicing import Measure, Source, conditions, grouped
from data.thresholds import Context

Column = ColumnElement[Any]


def totals(
    source: Source,
    measures: Mapping[str, Measure],
    context: Context,
    selection: Selection,
    by: Sequence[str] = (),
) -> Select[Any]:
    """Return a statement that adds up measures of one source.

    Its columns are those of ``by``; ``rows`` (rows looked at); then for each measure its name
    (the sum, 0 where nothing counted), its name with ``_n`` (rows counted) and its name with
    ``_blank`` (rows that would have counted, had they said how much).
    """
    sums: list[Column] = [func.count().label("rows")]
    for name, measure in measures.items():
        sums.extend(_sums(name, measure, context))
    return grouped(source, sums, selection, by)


def _sums(name: str, measure: Measure, context: Context) -> list[Column]:
    where, quantity = measure.where(context), measure.quantity(context)
    blank: Column = literal(0)
    counted = where
    if measure.may_be_blank:
        counted = where & quantity.is_not(None)
        blank = _count(where & quantity.is_(None))
    total: Column = func.coalesce(func.sum(case((counted, quantity))), 0)
    if measure.distinct is not None:
        total = func.count(case((counted, measure.distinct(context))).distinct())
    return [
        total.label(name),
        _count(counted).label(f"{name}_n"),
        blank.label(f"{name}_blank"),
    ]


def _count(condition: ColumnElement[bool]) -> Column:
    return func.coalesce(func.sum(case((condition, 1))), 0)


def voided(source: Source, selection: Selection) -> Select[Any]:
    """Return a statement of how many voided rows the filters would have let pass."""
    table = FACTS[source.sheet]
    # The first condition is the source's own, which leaves voided rows out.
    _own, *chosen = conditions(source, selection)
    statement = select(func.count().label("rows")).select_from(source.rows)
    return statement.where(table.c.voided_at.is_not(None), *chosen)
