"""Placements that an edition's students had in another partnership."""

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Table, case, exists, or_, select

from data.schema import FACTS

THEIRS: Final = FACTS["placements"].alias("their_placement")
# What a rate of students asks of all the placements that each of them has had.
ASKED: Final = frozenset(
    (
        *("id", "partnership", "owner", "student_ref", "level", "service_area", "sector"),
        *("statutory", "status", "actual_start", "actual_end", "voided_at"),
        *("updated_at", "updated_by"),
    )
)


def placements(table: Table, codes: Collection[str]) -> Select[Any]:
    """Return placements of some partnerships, and of those elsewhere what rates of students ask.

    Args:
        table: The placements.
        codes: Of the partnerships.
    """
    here = table.c.partnership.in_(codes)
    student = exists().where(
        THEIRS.c.partnership.in_(codes),
        THEIRS.c.owner == table.c.owner,
        THEIRS.c.student_ref == table.c.student_ref,
    )
    columns: list[ColumnElement[Any]] = [
        column if column.name in ASKED else case((here, column)).label(column.name)
        for column in table.columns
    ]
    return select(*columns).where(or_(here, student))
