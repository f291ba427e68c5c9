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
    parts = []
    columns = keys(source, selection, by)
    for place, named in enumerate(columns):
        labels = [named[dimension].label(dimension) for dimension in by]
        statement = select(*labels, *sums).select_from(source.rows)
        statement = statement.where(*conditions(source, selection))
        if place:
            # The same organisation on both sides of a row is one group, not two.
            statement = statement.where(
                source.organisations[place].is_distinct_from(source.organisations[0])
            )
            if selection.organisations:
                statement = statement.where(
                    source.organisations[place].in_(selection.organisations)
                )
        elif len(columns) > 1 and selection.organisations:
            statement = statement.where(source.organisations[0].in_(selection.organisations))
        parts.append(statement.group_by(*(named[dimension] for dimension in by)))
    if len(parts) == 1:
        return parts[0]
    return _merged(parts, sums, by)


def _merged(parts: Iterable[Select[Any]], sums: Sequence[Column], by: Sequence[str]) -> Select[Any]:
    both = union_all(*parts).subquery()
    added = [func.sum(both.c[column.name]).label(column.name) for column in sums]
    labels = [both.c[dimension] for dimension in by]
    return select(*labels, *added).group_by(*labels)
