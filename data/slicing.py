"""Cut a fact table by the reader's filters, and group it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, func, literal, or_, select, union_all

from data.calendar import first_day, last_day
from data.selection import DIMENSIONS, Basis, Selection
from data.thresholds import Context

Column = ColumnElement[Any]
Condition = ColumnElement[bool]


class Following(NamedTuple):
    """When rows of another sheet matter to a row: those at its owner, for a time.

    Attributes:
        day: The column of their day.
        months: For how many months after the row's own day.
    """

    day: str
    months: int


NOTHING: Final = Following("", 0)


@dataclass(frozen=True)
class Source:
    """A fact table as the filters see it.

    Attributes:
        sheet: Name of the sheet whose rows these are.
        rows: The joined tables.
        always: Which rows are looked at before any filter.
        columns: The column that answers each dimension, but for organisation and region; and
            others, by a name of their own, that a formula groups by.
        organisations: Columns that answer *organisation*: a row passes by any of them, and
            is in the group of each.
        regions: The column that answers *region*, by basis.
        day: The column of days that puts a row into an academic year, if any.
        route: The column that answers the filter *route*, if any.
        any_level: Whether a row of level ``either`` passes any level.
        stock: Whether rows are counted on a day, so that the year chooses that day.
        several: For sources that count something once: what that is, for rows that are not its
            only ones; empty for those that are.
        alone: Whether a row's measures are whole numbers and hang on no other owner's rows, but
            for those it follows; so that owners can be added up one by one, and kept.
        follows: Other sheets whose rows its measures look at.
    """

    sheet: str
    rows: FromClause
    always: Condition
    columns: Mapping[str, Column]
    organisations: tuple[Column, ...]
    regions: Mapping[Basis, Column]
    day: Column | None = None
    route: Column | None = None
    any_level: bool = False
    stock: bool = False
    several: Column | None = None
    alone: bool = True
    follows: Mapping[str, Following] = field(default_factory=dict)

    def filters(self) -> frozenset[str]:
        """Return the names of the filters this table can follow."""
        always = {"regions", "partnerships", "organisations"}
        named = {"academic_year": "years", "level": "levels", "service_area": "areas"}
        found = {name for dimension, name in named.items() if dimension in self.columns}
        found |= {"routes"} if self.route is not None else set()
        found |= {"years"} if self.stock else set()
        return frozenset(always | found)

    def dimensions(self) -> frozenset[str]:
        """Return the names of the dimensions this table can be split by."""
        extra = {"organisation", "region"} | ({"academic_year"} if self.stock else set())
        return frozenset(self.columns).intersection(DIMENSIONS) | frozenset(extra)

    def adds_up(self, finer: Sequence[str], by: Sequence[str]) -> bool:
        """Return whether groups by some dimensions add up to groups by others.

        They do where each row is in one group: not under each of its organisations, nor, where
        rows are counted on a day, in each academic year.
        """
        repeated = {"organisation"} if len(self.organisations) > 1 else set()
        repeated |= {"academic_year"} if self.stock else set()
        return set(by) <= set(finer) and not (set(finer) - set(by)) & repeated


Build = Callable[[Context], Source]


def _one(_context: Context) -> Column:
    return literal(1)


def _every(_context: Context) -> Condition:
    return literal(1) == literal(1)


@dataclass(frozen=True)
class Reason:
    """Why rows are left out of a measure.

    Attributes:
        words: The reason, as it follows "left out because they were".
        where: Which rows it concerns.
    """

    words: str
    where: Callable[[Context], Condition]


@dataclass(frozen=True)
class Measure:
    """Something to add up over the rows of a source.

    Attributes:
        source: Makes the source for a day and the rules of that day.
        where: Which rows count.
        quantity: What each counted row adds; one, unless given. Rows without it don't count.
        distinct: What to count each value of once, instead of adding up; a student, say.
        left_out: Why the other rows don't count; the first reason that holds for a row is its own.
    """

    source: Build
    where: Callable[[Context], Condition] = field(default=_every)
    quantity: Callable[[Context], Column] = field(default=_one)
    distinct: Callable[[Context], Column] | None = None
    left_out: tuple[Reason, ...] = ()

    @property
    def may_be_blank(self) -> bool:
        """Whether a row that should count can lack the quantity."""
        return self.quantity is not _one


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
    if selection.years and source.day is not None:
        found.append(_in_years(source.day, selection.years))
    level = source.columns.get("level")
    if selection.levels and level is not None:
        passing = (*selection.levels, "either") if source.any_level else selection.levels
        found.append(level.in_(passing))
    if selection.organisations:
        chosen = selection.organisations
        found.append(or_(*(column.in_(chosen) for column in source.organisations)))
    return found


def _in_years(day: Column, years: Iterable[str]) -> Condition:
    # Asked of the day itself, as its index can answer that and knows nothing of academic years.
    return or_(*(day.between(first_day(year), last_day(year)) for year in years))


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
