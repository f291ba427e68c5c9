"""CHECK constraints, so that the database itself refuses an impossible row."""

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, Column

from data.types import Day, Flag, Stamp

Check = CheckConstraint


def one_of(column: str, values: Iterable[str]) -> Check:
    """Return a check that a column holds one of the codes, or nothing."""
    codes = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f'"{column}" IN ({codes})', name=f"{column}_code")


def between(column: str, low: int | None, high: int | None) -> list[Check]:
    """Return checks of a number's bounds; a bound of ``None`` is no bound."""
    checks = []
    if low is not None:
        checks.append(CheckConstraint(f'"{column}" >= {low}', name=f"{column}_low"))
    if high is not None:
        checks.append(CheckConstraint(f'"{column}" <= {high}', name=f"{column}_high"))
    return checks


def length(column: str, longest: int) -> Check:
    """Return a check that text is neither empty nor too long."""
    return CheckConstraint(f'length("{column}") BETWEEN 1 AND {longest}', name=f"{column}_length")


def real_days(columns: Iterable[Column[object]]) -> list[Check]:
    """Return checks that text kept for days and moments is a real one; SQLite alone needs them."""
    checks = []
    for column in columns:
        quoted = f'"{column.name}"'
        if isinstance(column.type, Day):
            rule = _is_real(quoted)
        elif isinstance(column.type, Stamp):
            real = f"{_is_real(f'substr({quoted}, 1, 10)')} AND datetime({quoted}) IS NOT NULL"
            rule = f"{quoted} IS NULL OR {real}"
        else:
            continue
        check = CheckConstraint(rule, name=f"{column.name}_real")
        checks.append(check.ddl_if(dialect="sqlite"))
    return checks


def _is_real(day: str) -> str:
    # A plain date() gives 30 February back unread; counting days from it makes SQLite look.
    return f"{day} IS date({day}, '+0 days')"


def flags(columns: Iterable[Column[object]]) -> list[Check]:
    """Return checks that each flag is 0 or 1."""
    return [
        CheckConstraint(f'"{column.name}" IN (0, 1)', name=f"{column.name}_flag")
        for column in columns
        if isinstance(column.type, Flag)
    ]


def quarter(column: str) -> Check:
    """Return a check that a quarter is written like ``2025/26 Q1``."""
    return CheckConstraint(f"\"{column}\" LIKE '____/__ Q_'", name=f"{column}_form")
