"""Whose rows a sheet holds."""

from typing import Any

from sqlalchemy import Select, func, select

from data.schema import FACTS


def owners_of(sheet: str) -> Select[Any]:
    """Return a statement of the owners of a sheet's rows, and how many rows each has."""
    owner = FACTS[sheet].c.owner
    return select(owner, func.count()).group_by(owner).order_by(owner)
