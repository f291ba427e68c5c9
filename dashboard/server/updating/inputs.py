"""The fields of a row's form, made from the sheet's declaration."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard import sentences, wording
from dashboard.columns import column_called
from data.due_returns import Desk
from data.reader import Snapshot
from data.returns import stored
from data.returns.cells import NA
from data.returns.sheets.declaration import Column, Sheet

Choices = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class Input:
    """One field.

    Attributes:
        name: Of the column.
        label: What people read.
        value: What stands in it.
        hint: What to write; blank where that is plain.
        choices: What may be chosen; empty where anything may be typed.
        kind: What kind of field it is: ``text`` or ``date``.
        needed: Whether it must be filled.
        fixed: Whether it can't be changed.
        problem: What is wrong with it; blank if nothing.
    """

    name: str
    label: str
    value: str
    hint: str
    choices: Sequence[tuple[str, str]]
    kind: str
    needed: bool
    fixed: bool
    problem: str


def choices(snapshot: Snapshot, where: Desk) -> Choices:
    """Return what may be chosen in columns that name partners and programmes, by column."""
    content = stored.content(snapshot, where.organisation, where.partnership)
    names = {row.code: row.name for row in snapshot.rows(stored.names())}
    return {
        column: [(code, names.get(code, code)) for code in codes]
        for column, codes in content.choices.items()
    }


def inputs(
    sheet: Sheet, cells: Mapping[str, str], known: Choices, wrong: Mapping[str, str], *, fixed: bool
) -> list[Input]:
    """Return the fields of a row's form, in the order of the sheet.

    Args:
        sheet: Whose row it is.
        cells: What stands in the fields, by column.
        known: What may be chosen where that is not the sheet's own list.
        wrong: What is wrong, by column.
        fixed: Whether the row is stored, so that its key can't be changed.
    """
    return [
        Input(
            name=column.name,
            label=column_called(column.name),
            value=cells.get(column.name, ""),
            hint=_hint(column, sheet),
            choices=_choices(column, known),
            kind=_kind(column, cells.get(column.name, "")),
            needed=column.required,
            fixed=fixed and column.name in sheet.key,
            problem=wrong.get(column.name, ""),
        )
        for column in sheet.columns
    ]


def _choices(column: Column, known: Choices) -> list[tuple[str, str]]:
    named = wording.CODES.get(column.name, {})
    own = [(code, named.get(code, code.replace("_", " ").capitalize())) for code in column.values]
    found = own or list(known.get(column.name, ()))
    return [("", ""), *found] if found else []


def _kind(column: Column, value: str) -> str:
    if column.kind != "date":
        return "text"
    try:
        date.fromisoformat(value or "2026-01-01")
    except ValueError:
        # A date field would not show what was typed, so that nobody could put it right.
        return "text"
    return "date"


def _hint(column: Column, sheet: Sheet) -> str:
    parts = [column.note] if column.note else []
    if column.name == sheet.key[0] and len(sheet.key) > 1:
        others = [column_called(name).lower() for name in sheet.key[1:]]
        parts = [f"together with the {sentences.listed(others)}, it tells one row from another"]
    if column.kind == "academic_year":
        parts.append("written 2025/26")
    if column.kind == "financial_year":
        parts.append("written 2025-26")
    if column.na_allowed:
        parts.append(f"{NA} where it does not apply; blank where it is not known")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
