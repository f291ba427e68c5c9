"""Where an organisation is: the joins that every topic needs, made once."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, func

from data.schema import MEMBERSHIP, ORGANISATION, REGION


@dataclass(frozen=True)
class Located:
    """An organisation named by a column of a fact table, joined with its region.

    Attributes:
        rows: The table with the two joins added.
        by_place: The same the other way round, so that SQLite looks at a region's rows alone.
        organisation: The joined organisation, for its kind and services.
        region: ONS code of the region; the parts of London read as London.
        nation: Name of the nation, whose rules hold there.
    """

    rows: FromClause
    by_place: FromClause
    organisation: FromClause
    region: ColumnElement[Any]
    nation: ColumnElement[Any]


def located(rows: FromClause, column: ColumnElement[Any], name: str) -> Located:
    """Return a table joined with the organisation that one of its columns names.

    Args:
        rows: The table, or a join that it begins.
        column: Holds the organisation's code.
        name: Tells the joins of one statement apart.
    """
    organisation = ORGANISATION.alias(name)
    region = REGION.alias(f"{name}_region")
    is_there, is_within = organisation.c.code == column, region.c.code == organisation.c.region_code
    return Located(
        rows=rows.join(organisation, is_there).outerjoin(region, is_within),
        by_place=organisation.outerjoin(region, is_within).join(rows, is_there),
        organisation=organisation,
        region=func.coalesce(region.c.part_of, region.c.code),
        nation=region.c.nation,
    )


def days_of_membership(organisation: FromClause) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Return first and last day of a membership; left open, it lasts as the organisation does.

    Args:
        organisation: Whose membership it is, as the statement joins it.
    """
    return (
        func.coalesce(MEMBERSHIP.c.valid_from, organisation.c.valid_from),
        func.coalesce(MEMBERSHIP.c.valid_to, organisation.c.valid_to),
    )
