"""What was agreed: targets of indicators for a year, by scope."""

from typing import Any

from sqlalchemy import Select, select

from data.schema import TARGET


def of(indicator: str, academic_year: str) -> Select[Any]:
    """Return a statement of an indicator's targets in a year: ``scope`` and ``value``."""
    wanted = (TARGET.c.indicator == indicator) & (TARGET.c.academic_year == academic_year)
    return select(TARGET.c.scope, TARGET.c.value).where(wanted)
