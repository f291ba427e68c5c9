"""Which academic years there is anything to say about."""

from functools import cache
from typing import Any, Final

from sqlalchemy import Select, func, select, union_all

from data.schema import FACTS

Dated = tuple[tuple[str, str], ...]

DATED: Final[Dated] = (
    ("demand", "window_start"),
    ("offers", "window_start"),
    ("placements", "planned_start"),
    ("pe_training", "started_on"),
)
# What a year may be chosen for besides.
TO_CHOOSE: Final[Dated] = (*DATED, ("activities", "held_on"), ("workforce", "census_on"))


@cache
def span(dated: Dated = DATED) -> Select[Any]:
    """Return a statement of the first and last day on which anything begins; null if nothing does.

    The days of the long sheets are read from indexes; activities and censuses are few.

    Args:
        dated: Sheets, each with the column that says when a row begins.
    """
    ends = union_all(
        *(
            select(chosen(FACTS[sheet].c[column]).label("day"))
            for sheet, column in dated
            for chosen in (func.min, func.max)
        )
    ).subquery()
    return select(func.min(ends.c.day).label("first"), func.max(ends.c.day).label("last"))
