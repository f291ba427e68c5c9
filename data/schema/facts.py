"""The fact tables: each is its sheet's declaration, with what every row carries besides."""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Column as SheetColumn
from data.returns.sheets.declaration import Sheet
from data.schema import checks, rules
from data.schema.metadata import METADATA
from data.types import Day, Flag, Stamp, pence, real


def _type(column: SheetColumn) -> TypeEngine[Any]:
    kinds: dict[str, TypeEngine[Any]] = {
        "date": Day(),
        "integer": Integer(),
        "decimal": real(),
        "money": pence(),
    }
    return kinds.get(column.kind, Text())


def _columns(sheet: Sheet) -> list[Column[object]]:
    columns: list[Column[object]] = []
    for column in sheet.columns:
        # A blank reference is given one by the system, so no stored row lacks it.
        needed = column.required or column.name == "ref"
        points = [ForeignKey("organisation.code")] if column.kind == "organisation" else []
        columns.append(Column(column.name, _type(column), *points, nullable=not needed))
        if column.na_allowed:
            columns.append(Column(column.na_flag, Flag, nullable=False, server_default="0"))
    return columns


def _keys(sheet: Sheet) -> list[ForeignKeyConstraint | UniqueConstraint]:
    keys: list[ForeignKeyConstraint | UniqueConstraint] = [
        UniqueConstraint("partnership", "owner", *sheet.key)
    ]
    if sheet.has("programme"):
        keys.append(
            ForeignKeyConstraint(
                ["owner", "programme"],
                ["programme.organisation_code", "programme.code"],
            )
        )
    keys.extend(
        ForeignKeyConstraint(
            ["partnership", link.owner, link.column],
            [f"{link.sheet}.partnership", f"{link.sheet}.owner", f"{link.sheet}.ref"],
        )
        for link in sheet.links
        # A reference with two possible owners, or to a row still to come, is checked on the way in.
        if not link.fallback_owner and not link.may_wait
    )
    return keys


def _not_themselves(sheet: Sheet) -> list[CheckConstraint]:
    """Return a check for each reference to the same sheet: a row may not name itself."""
    return [
        CheckConstraint(f"{link.column} <> ref", name=f"{link.column}_other")
        for link in sheet.links
        if link.sheet == sheet.name
    ]


def fact_table(sheet: Sheet) -> Table:
    """Return the table of a sheet."""
    table = Table(
        sheet.name,
        METADATA,
        Column("id", Integer, primary_key=True),
        Column("partnership", Text, ForeignKey("partnership.code"), nullable=False),
        Column("owner", Text, ForeignKey("organisation.code"), nullable=False, index=True),
        *_columns(sheet),
        Column("version", Integer, nullable=False, server_default="1"),
        Column("updated_at", Stamp, nullable=False),
        Column("updated_by", Text, nullable=False),
        Column("voided_at", Stamp),
        Column("voided_reason", Text),
        *_keys(sheet),
        *rules.of_columns(sheet),
        *(rules.of_rule(rule) for rule in sheet.rules),
        *_not_themselves(sheet),
        CheckConstraint("version >= 1", name="version_low"),
        CheckConstraint("(voided_at IS NULL) = (voided_reason IS NULL)", name="voided_whole"),
        sqlite_strict=True,
    )
    for check in (*checks.real_days(table.columns), *checks.flags(table.columns)):
        table.append_constraint(check)
    return table


# The days that put rows into an academic year.
DATED = (
    ("demand", "window_start"),
    ("requests", "window_start"),
    ("offers", "window_start"),
    ("placements", "planned_start"),
    ("placements", "actual_end"),
    ("pe_training", "started_on"),
    ("pe_training", "outcome_on"),
)
FACTS: dict[str, Table] = {name: fact_table(sheet) for name, sheet in SHEETS.items()}

# A row belongs to the academic year of a date, so every year's figures start from these, and an
# owner's of a term are read again after a change. Which years there are is asked after each. A
# student's history, a practice educator's students, who takes up an offer and whom one university
# has with one employer are looked up by what names them.
INDEXED = (
    *((sheet, column) for sheet, column in DATED),
    *((sheet, "owner", column) for sheet, column in DATED),
    ("placements", "owner", "student_ref"),
    ("placements", "employer", "pe_ref"),
    ("placements", "employer", "offer_ref"),
    ("placements", "owner", "employer", "actual_start"),
    ("activities", "held_on"),
)
for _sheet, *_indexed in INDEXED:
    _table = FACTS[_sheet]
    Index(f"ix_{_sheet}_{'_'.join(_indexed)}", *(_table.c[name] for name in _indexed))
