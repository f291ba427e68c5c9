"""What was agreed: targets of indicators for a year, by scope."""

from typing import Any

from sqlalchemy import Select, select

from data.schema import TARGET


def of(academic_year: str) -> Select[Any]:
    """Return a statement of a year's targets: ``indicator``, ``scope``, ``value`` and ``owner``."""
    columns = (TARGET.c.indicator, TARGET.c.scope, TARGET.c.value, TARGET.c.owner)
    return select(*columns).where(TARGET.c.academic_year == academic_year)
