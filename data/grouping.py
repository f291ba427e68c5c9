"""Cut a fact table by the reader's filters, and group it."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select, union_all

from data.calendar import first_day, last_day
from data.selection import Selection
from data.slicing import Column, Condition, Source


def conditions(source: Source, selection: Selection) -> list[Condition]:
    """Return what a row must meet to pass the filters that the source can follow."""
    found = [source.always]
    pairs: list[tuple[Column | None, tuple[str, ...]]] = [
        (source.columns.get("partnership"), selection.partnerships),
        (source.columns.get("service_area"), selection.areas),
        (source.regions[selection.basis], selection.regions),
        (source.route, selection.routes),
    ]
    found += [column.in_(chosen) for column, chosen in pairs if chosen and column is not None]
    if selection.years:
        found += _in_years(source, selection.years)
    level = source.columns.get("level")
    if selection.levels and level is not None:
        passing = (*selection.levels, "either") if source.any_level else selection.levels
        found.append(level.in_(passing))
    if selection.organisations:
        chosen = selection.organisations
        found.append(or_(*(column.in_(chosen) for column in source.organisations)))
    return found


def _in_years(source: Source, years: Sequence[str]) -> list[Condition]:
    day, year = source.day, source.columns.get("academic_year")
    if day is not None:
        # Asked of the day itself, as its index can answer that and knows nothing of academic years.
        return [or_(*(day.between(first_day(each), last_day(each)) for each in years))]
    return [] if year is None else [year.in_(years)]


def keys(source: Source, selection: Selection, by: Sequence[str]) -> list[dict[str, Column]]:
    """Return the grouping columns: one set, or one for each column that names an organisation."""
    plain: dict[str, Column] = {
        dimension: source.regions[selection.basis]
        if dimension == "region"
        else source.columns[dimension]
        for dimension in by
        if dimension != "organisation"
    }
    if "organisation" not in by:
        return [plain]
    return [plain | {"organisation": column} for column in source.organisations]


def grouped(
    source: Source, sums: Sequence[Column], selection: Selection, by: Sequence[str]
) -> Select[Any]:
    """Return a statement of aggregates by dimension; a row of two organisations is in both."""
    columns = keys(source, selection, by)
    parts = []
    for place, named in enumerate(columns):
        labels = [named[dimension].label(dimension) for dimension in by]
        where = conditions(source, selection)
        if len(columns) > 1:
            where += _under_one(source, selection, place)
        statement = select(*labels, *sums).select_from(source.rows).where(*where)
        parts.append(statement.group_by(*(named[dimension] for dimension in by)))
    return parts[0] if len(parts) == 1 else _merged(parts, sums, by)


def _under_one(source: Source, selection: Selection, place: int) -> list[Condition]:
    """Return what a row must meet to be in the group of one of its organisations."""
    first, one = source.organisations[0], source.organisations[place]
    # The same organisation on both sides of a row is one group, not two.
    found = [one.is_distinct_from(first)] if place else []
    return [*found, one.in_(selection.organisations)] if selection.organisations else found


def _merged(parts: Iterable[Select[Any]], sums: Sequence[Column], by: Sequence[str]) -> Select[Any]:
    both = union_all(*parts).subquery()
    added = [func.sum(both.c[column.name]).label(column.name) for column in sums]
    labels = [both.c[dimension] for dimension in by]
    return select(*labels, *added).group_by(*labels)
