"""What is cut and grouped: sources, as filters see a fact table, and measures of their rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, FromClause, literal

from data.selection import DIMENSIONS, Basis
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
            for those it follows or is told by; so that owners can be added up one by one, and kept.
        follows: Other sheets whose rows its measures look at.
        told_by: Other sheets whose rows its measures look at, at the employer that a row names.
        looks_at: Of a source that is not alone, every sheet whose rows its measures look at, where
            a figure may be remembered until one of them is touched.
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
    told_by: tuple[str, ...] = ()
    looks_at: tuple[str, ...] = ()

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
        pence: Whether it adds up pence, which readers see as pounds.
    """

    source: Build
    where: Callable[[Context], Condition] = field(default=_every)
    quantity: Callable[[Context], Column] = field(default=_one)
    distinct: Callable[[Context], Column] | None = None
    left_out: tuple[Reason, ...] = ()
    pence: bool = False

    @property
    def may_be_blank(self) -> bool:
        """Whether a row that should count can lack the quantity."""
        return self.quantity is not _one
