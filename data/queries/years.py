"""Which academic years there is anything to say about."""

from typing import Any

from sqlalchemy import Select, func, select, union_all

from data.schema import FACTS

DATED = (
    ("demand", "window_start"),
    ("offers", "window_start"),
    ("placements", "planned_start"),
    ("pe_training", "started_on"),
)


def span() -> Select[Any]:
    """Return a statement of the first and last day on which anything begins; null if nothing does.

    The days are read from indexes, so it costs the same however many rows there are.
    """
    ends = union_all(
        *(
            select(chosen(FACTS[sheet].c[column]).label("day"))
            for sheet, column in DATED
            for chosen in (func.min, func.max)
        )
    ).subquery()
    return select(func.min(ends.c.day).label("first"), func.max(ends.c.day).label("last"))
