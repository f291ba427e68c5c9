"""Years, terms and months, worked out by the database for a column of days."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from data.types import Day


class academic_year_of(GenericFunction[str]):
    """The academic year of a column of days, as text."""

    type = Text()
    inherit_cache = True


class financial_year_of(GenericFunction[str]):
    """The financial year of a column of days, as text."""

    type = Text()
    inherit_cache = True


class term_of(GenericFunction[str]):
    """The term of a column of days, as text."""

    type = Text()
    inherit_cache = True


class days_between(GenericFunction[int]):
    """Whole days from the first column of days to the second."""

    type = Integer()
    inherit_cache = True


class months_after(GenericFunction[date]):
    """A column of days, some whole months later; the last of a shorter month."""

    type = Day()
    inherit_cache = True


def _arguments(element: GenericFunction[Any], compiler: Any, **kw: Any) -> list[str]:
    clauses: list[ColumnElement[Any]] = list(element.clauses)
    return [compiler.process(clause, **kw) for clause in clauses]


@compiles(academic_year_of)
def _(element: academic_year_of, compiler: Any, **kw: Any) -> str:
    (day,) = _arguments(element, compiler, **kw)
    return _two_years(day, compiler, begins=9, mark="/")


@compiles(financial_year_of)
def _(element: financial_year_of, compiler: Any, **kw: Any) -> str:
    (day,) = _arguments(element, compiler, **kw)
    return _two_years(day, compiler, begins=4, mark="-")


def _two_years(day: str, compiler: Any, *, begins: int, mark: str) -> str:
    """Return a year that begins in some month, by the calendar years that it lies in."""
    if compiler.dialect.name == "sqlite":
        early = f"(substr({day}, 6, 2) < '{begins:02d}')"
        first = f"(CAST(substr({day}, 1, 4) AS INTEGER) - {early})"
        name = f"printf('%d{mark}%02d', {first}, ({first} + 1) % 100)"
        # A day that is missing has no year; printf would write "0/01".
        return f"CASE WHEN {day} IS NOT NULL THEN {name} END"
    first = f"(extract(year FROM {day} - interval '{begins - 1} months'))::int"
    # Not the percent sign, which the driver would take for the mark of a parameter.
    return f"({first})::text || '{mark}' || lpad(mod({first} + 1, 100)::text, 2, '0')"


@compiles(term_of)
def _(element: term_of, compiler: Any, **kw: Any) -> str:
    (day,) = _arguments(element, compiler, **kw)
    sqlite = compiler.dialect.name == "sqlite"
    month = f"CAST(substr({day}, 6, 2) AS INTEGER)" if sqlite else f"extract(month FROM {day})"
    return (
        f"CASE WHEN {month} >= 9 THEN 'autumn' WHEN {month} <= 4 THEN 'spring' "
        f"WHEN {day} IS NOT NULL THEN 'summer' END"
    )


@compiles(days_between)
def _(element: days_between, compiler: Any, **kw: Any) -> str:
    start, end = _arguments(element, compiler, **kw)
    if compiler.dialect.name == "sqlite":
        return f"CAST(julianday({end}) - julianday({start}) AS INTEGER)"
    return f"({end} - {start})"


@compiles(months_after)
def _(element: months_after, compiler: Any, **kw: Any) -> str:
    day, months = _arguments(element, compiler, **kw)
    if compiler.dialect.name != "sqlite":
        return f"({day} + make_interval(months => ({months})::int))::date"
    # SQLite runs over into the next month, so the last day of the wanted month is the limit.
    plain = f"date({day}, '+' || {months} || ' months')"
    limit = f"date({day}, 'start of month', '+' || ({months} + 1) || ' months', '-1 day')"
    return f"min({plain}, {limit})"
