"""Every row of a sheet that stands, as the filters of the address see it."""

from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause

from data.grouping import conditions
from data.locations import located
from data.placement_rows import source as placements
from data.returns.sheets import SHEETS
from data.schema import FACTS, PROGRAMME
from data.selection import Selection
from data.slicing import Column, Condition, Source

# The day that puts a row into an academic year; rows of other sheets lie in none.
DAYS: Final = {
    "demand": "window_start",
    "requests": "window_start",
    "offers": "window_start",
    "placements": "planned_start",
    "pe_training": "started_on",
    "activities": "held_on",
    "workforce": "census_on",
}
# Or a column that names the year itself.
YEARS: Final = {"newly_qualified": "cohort"}
DIMENSIONS: Final = ("level", "service_area")


@cache
def standing(sheet: str) -> Source:
    """Return the rows of a sheet that were not voided."""
    table = FACTS[sheet]
    day = table.c[DAYS[sheet]] if sheet in DAYS else None
    if sheet == "placements" and day is not None:
        return placements(day)
    owner = located(table, table.c.owner, f"standing_{sheet}_owner")
    rows: FromClause = owner.rows
    route: Column | None = None
    if SHEETS[sheet].has("programme"):
        rows = rows.outerjoin(PROGRAMME, PROGRAMME.c.code == table.c.programme)
        route = PROGRAMME.c.route
    columns: dict[str, ColumnElement[Any]] = {"partnership": table.c.partnership}
    columns |= {name: table.c[name] for name in DIMENSIONS if SHEETS[sheet].has(name)}
    return Source(
        sheet=sheet,
        rows=rows,
        always=table.c.voided_at.is_(None),
        columns=columns,
        organisations=(table.c.owner,),
        regions={"employer": owner.region, "hei": owner.region},
        day=day,
        route=route,
        any_level=True,
    )


def followed(sheet: str) -> frozenset[str]:
    """Return the fields of a selection that rows of a sheet can be filtered by."""
    source = standing(sheet)
    found = set(source.filters())
    if sheet in DAYS or sheet in YEARS:
        found.add("years")
    if source.regions["employer"] is not source.regions["hei"]:
        found.add("basis")
    return frozenset(found)


def chosen(sheet: str, selection: Selection) -> list[Condition]:
    """Return what a row of a sheet must meet to pass the filters."""
    found = conditions(standing(sheet), selection)
    if sheet in YEARS and selection.years:
        found.append(FACTS[sheet].c[YEARS[sheet]].in_(selection.years))
    return found
