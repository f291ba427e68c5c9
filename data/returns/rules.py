"""Rules of the declarations that concern more than one cell of a row."""

from collections.abc import Iterator
from typing import Any

from data.returns.problems import Problem
from data.returns.rows import Row
from data.returns.sheets.declaration import (
    AtLeastOne,
    NeededWith,
    NotBefore,
    NotUnder,
    OnlyWith,
    Rule,
)

Finding = tuple[str, str, str]


def broken(row: Row) -> Iterator[Problem]:
    """Give a problem for each rule that a row breaks; cells that failed already are let be."""
    for rule in row.grid.sheet.rules:
        if row.failed.isdisjoint(_columns(rule)) and (found := _check(rule, row.values)):
            column, problem, fix = found
            yield row.problem(column, problem, fix, row.values.get(column))


def _columns(rule: Rule) -> tuple[str, ...]:
    match rule:
        case NotBefore(later, earlier, unless):
            return later, earlier, unless
        case NotUnder(larger, smaller):
            return larger, smaller
        case NeededWith(column, when, _) | OnlyWith(column, when, _):
            return column, when
        case AtLeastOne(columns):
            return columns


def _check(rule: Rule, values: dict[str, Any]) -> Finding | None:
    """Return the column at fault, the problem and the fix; ``None`` where the rule holds."""
    get = values.get
    match rule:
        case NotBefore(later, earlier, unless) if _less(get(later), get(earlier)):
            if not (unless and get(unless)):
                return later, f"This is before {earlier}.", "Correct one of the two dates."
        case NotUnder(larger, smaller) if _less(get(larger), get(smaller)):
            return larger, f"This is under {smaller}.", "Correct one of the two numbers."
        case NeededWith(column, when, codes) if get(when) in codes and get(column) is None:
            return column, f"This is needed with {when} “{get(when)}”.", "Fill in this cell."
        case OnlyWith(column, when, codes) if get(column) is not None and get(when) not in codes:
            allowed = " or ".join(codes)
            return column, f"This goes only with {when} {allowed}.", f"Clear it, or correct {when}."
        case AtLeastOne(columns) if all(get(column) is None for column in columns):
            listed = ", ".join(columns)
            return columns[0], f"None of {listed} is filled.", "Fill in at least one of them."
    return None


def _less(one: Any, other: Any) -> bool:
    return one is not None and other is not None and one < other
