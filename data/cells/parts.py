"""Which parts of a source's cells what was written concerns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from data.calendar import TERM_MONTHS, academic_year, first_day_of_term, months_later, term
from data.cells.dimensions import Part, names_employers
from data.queries.touched import RETURNS
from data.slicing import NOTHING, Source

# A placement that moves names two; of a file with many, each part is read once rather than often.
FEW: Final = 2


def is_everything(touched: Iterable[Any]) -> bool:
    """Return whether any figure at all may have changed.

    Args:
        touched: Rows of ``data.queries.touched.since``.
    """
    return any(row.sheet is None for row in touched)


def says_who_reported(touched: Iterable[Any]) -> bool:
    """Return whether somebody's return may have moved on, of which no cell knows anything."""
    return any(row.sheet in (None, RETURNS) for row in touched)


def concerned(touched: Iterable[Any], source: Source) -> set[tuple[Part, str]]:
    """Return the parts of a source's cells to read again, each with the employer it names.

    Of a part with an employer no others need be read; where none is named it is read whole, as it
    is where many are.

    Args:
        touched: Rows of ``data.queries.touched.since``.
        source: Whose cells are kept.
    """
    found: dict[Part, set[str]] = defaultdict(set)
    for row in touched:
        for part, employer in _parts(row, source):
            found[part].add(employer)
    return {(part, each) for part, named in found.items() for each in _few(named)}


def tellers(touched: Iterable[Any], source: Source) -> set[str]:
    """Return the employers whose own rows say what rows that name them count for, if touched.

    Args:
        touched: Rows of ``data.queries.touched.since``.
        source: Whose cells are kept.
    """
    return {row.owner for row in touched if row.sheet in source.told_by}


def _few(employers: set[str]) -> set[str]:
    return {""} if "" in employers or len(employers) > FEW else employers


def _parts(row: Any, source: Source) -> Iterator[tuple[Part, str]]:
    if row.sheet == source.sheet:
        if source.day is None or row.day is None:
            yield Part(row.owner), ""
        elif row.day == source.day.name:
            alone = row.employer if names_employers(source) else None
            yield Part(row.owner, row.academic_year, row.term), alone or ""
    if row.employer and row.day and row.day == source.follows.get(row.sheet, NOTHING).day:
        # What happened to a placement is looked at from the course that went before it.
        for back in range(0, source.follows[row.sheet].months + TERM_MONTHS, TERM_MONTHS):
            day = months_later(first_day_of_term(row.academic_year, row.term), -back)
            yield Part(row.employer, academic_year(day), term(day)), ""
