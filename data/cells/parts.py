"""Which parts of a source's cells what was written concerns."""

from collections.abc import Iterable, Iterator
from typing import Any

from data.calendar import TERM_MONTHS, academic_year, first_day_of_term, months_later, term
from data.cells.dimensions import Part
from data.slicing import Source


def is_everything(touched: Iterable[Any]) -> bool:
    """Return whether any figure at all may have changed.

    Args:
        touched: Rows of ``data.queries.touched.since``.
    """
    return any(row.sheet is None for row in touched)


def concerned(touched: Iterable[Any], source: Source) -> set[Part]:
    """Return the parts of a source's cells to read again.

    Args:
        touched: Rows of ``data.queries.touched.since``.
        source: Whose cells are kept.
    """
    return {part for row in touched for part in _parts(row, source)}


def _parts(row: Any, source: Source) -> Iterator[Part]:
    if row.sheet == source.sheet:
        yield _part(row.owner, row.academic_year, row.term, source)
    if row.sheet in source.follows and row.employer:
        # What happened to a placement is looked at from the course that went before it.
        for back in range(0, source.follows[row.sheet] + TERM_MONTHS, TERM_MONTHS):
            day = months_later(first_day_of_term(row.academic_year, row.term), -back)
            yield _part(row.employer, academic_year(day), term(day), source)


def _part(owner: str, year: str | None, name: str | None, source: Source) -> Part:
    dated = source.day is not None and year and name
    return Part(owner, year, name) if dated else Part(owner)  # type: ignore[arg-type]  # Not None.
