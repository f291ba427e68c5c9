"""Rows by what names them, asked for so that the database finds them through an index."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_


def one_of(
    columns: Sequence[ColumnElement[Any]], keys: Iterable[Sequence[Any]]
) -> ColumnElement[bool]:
    """Return the condition that columns hold one of some keys; a blank part is a blank cell.

    SQLite reads whole tables for a list of row values, so each start of a key is a branch of its
    own, with a list of what it ends with.
    """
    ends: dict[tuple[Any, ...], set[Any]] = defaultdict(set)
    for *start, end in keys:
        ends[tuple(start)].add(end)
    *first, last = columns
    return or_(
        false(),
        *(
            and_(
                *(column == part for column, part in zip(first, start, strict=True)),
                _in(last, found),
            )
            for start, found in ends.items()
        ),
    )


def _in(column: ColumnElement[Any], values: set[Any]) -> ColumnElement[bool]:
    named = column.in_(sorted(value for value in values if value is not None))
    return or_(named, column.is_(None)) if None in values else named
