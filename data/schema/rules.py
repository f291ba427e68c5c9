"""A sheet's declared rules, written as CHECK constraints."""

from sqlalchemy import CheckConstraint

from data.returns.sheets.declaration import (
    AtLeastOne,
    Column,
    NeededWith,
    NotBefore,
    NotUnder,
    OnlyWith,
    Rule,
    Sheet,
)
from data.schema import checks


def of_columns(sheet: Sheet) -> list[CheckConstraint]:
    """Return the checks that each column of a sheet brings."""
    return [check for column in sheet.columns for check in _of_column(column)]


def _of_column(column: Column) -> list[CheckConstraint]:
    found = checks.between(column.name, column.low, column.high)
    if column.kind == "code":
        found.append(checks.one_of(column.name, column.values))
    if column.kind in ("text", "ref"):
        found.append(checks.length(column.name, column.longest))
    if column.kind == "academic_year":
        found.append(_form(column.name, "____/__"))
    if column.kind == "financial_year":
        found.append(_form(column.name, "____-__"))
    if column.na_allowed:
        # A cell is blank, or not applicable, or a value: never two of them.
        rule = f"{column.na_flag} = 0 OR {column.name} IS NULL"
        found.append(CheckConstraint(rule, name=f"{column.na_flag}_blank"))
    return found


def _form(column: str, pattern: str) -> CheckConstraint:
    return CheckConstraint(f"{column} LIKE '{pattern}'", name=f"{column}_form")


def of_rule(rule: Rule) -> CheckConstraint:
    """Return a rule over several columns as a check; blanks never break an order."""
    match rule:
        case NotBefore(later, earlier, unless):
            text = f"{later} >= {earlier}"
            text += f" OR {unless} IS NOT NULL" if unless else ""
            return CheckConstraint(text, name=f"{later}_order")
        case NotUnder(larger, smaller):
            return CheckConstraint(f"{larger} >= {smaller}", name=f"{larger}_order")
        case NeededWith(column, when, values):
            text = f"{column} IS NOT NULL OR {when} NOT IN ({_codes(values)})"
            return CheckConstraint(text, name=f"{column}_needed")
        case OnlyWith(column, when, values):
            text = f"{column} IS NULL OR {when} IN ({_codes(values)})"
            return CheckConstraint(text, name=f"{column}_only")
        case AtLeastOne(columns):
            text = " OR ".join(f"{column} IS NOT NULL" for column in columns)
            return CheckConstraint(text, name=f"{columns[0]}_or_another")


def _codes(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)
