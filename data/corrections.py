"""What of the reported values was corrected, as far as somebody may read the rows.

A correction is another value in place of one that had been reported, or a row that was voided or
brought back. A first value in a blank cell, or a state that leads on from another, is none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Connection, Engine

from data import access
from data.changes.locks import goes_on
from data.changes.signing import identity
from data.engine import reading
from data.history import reads_whole
from data.people.person import Person
from data.queries import news
from data.queries.news import Span
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Column
from data.returns.texts import text
from data.schema import FACTS

Kind = Literal["corrected", "voided", "brought back"]
VOIDED: Final = "voided_at"
# Nobody reads more at once; a shorter period shows what is left out.
MOST: Final = 2_000


@dataclass(frozen=True)
class Cell:
    """One value that was corrected.

    Attributes:
        column: Name of the column.
        was: What had been reported, as text.
        now: What stands there now; blank where nothing does.
    """

    column: str
    was: str
    now: str


@dataclass(frozen=True)
class Correction:
    """What was corrected of one row.

    Attributes:
        at: When, in UTC.
        by: Who did it; blank for who may not read the row whole.
        partnership: Code of the partnership.
        owner: Code of the organisation whose row it is.
        sheet: Name of its sheet.
        row: What tells it apart; blank for who may not read it.
        kind: What was done to it.
        cells: The values that the reader may see.
        columns: Names of all columns concerned that anybody may be told of.
        reason: Why, for who may read the row whole; blank where nobody said so.
    """

    at: datetime
    by: str
    partnership: str
    owner: str
    sheet: str
    row: str
    kind: Kind
    cells: tuple[Cell, ...]
    columns: tuple[str, ...]
    reason: str


def corrections(engine: Engine, person: Person, span: Span) -> tuple[Sequence[Correction], bool]:
    """Return the corrections in a part of the history, the latest first; and whether that is all.

    Args:
        engine: Of the database.
        person: Who asks. They see values as far as they may read the rows.
        span: Which part; it must reach no further than the figures that they may read.
    """
    with reading(engine) as connection:
        lines = connection.execute(news.altered(span, MOST + 1)).all()
        found = [(line, cells) for line in lines[:MOST] if (cells := _cells(line)) is not None]
        readable = _readable(connection, person, [line for line, _ in found])
        every = [_correction(person, line, cells, readable) for line, cells in found]
    return every, len(lines) <= MOST


def _cells(line: Any) -> list[Cell] | None:
    """Return the values that an entry corrects; nothing at all if it corrects none."""
    if VOIDED in line.after:
        return []
    before, after, sheet = line.before, line.after, line.table
    cells = [
        Cell(column.name, was, _text(column, after))
        for column in SHEETS[sheet].columns
        if {column.name, column.na_flag} & before.keys()
        and (was := _text(column, before))
        and not goes_on(sheet, column.name, before.get(column.name), after.get(column.name))
    ]
    return cells or None


def _text(column: Column, values: Mapping[str, Any]) -> str:
    return text(column, {column.name: None, **values})


def _correction(
    person: Person, line: Any, cells: Sequence[Cell], readable: Mapping[tuple[str, str], set[str]]
) -> Correction:
    whole = reads_whole(person, line.partnership, line.owner)
    columns = readable.get((line.table, line.row), set())
    shown = tuple(cell for cell in cells if whole or cell.column in columns)
    # Which columns they were says no value; those about one student are not even named.
    told = set(access.for_the_employer(SHEETS[line.table]))
    return Correction(
        at=line.when,
        by=(line.name or line.who) if whole else "",
        partnership=line.partnership,
        owner=line.owner,
        sheet=line.table,
        row=line.row.split("/", 2)[2] if whole or shown else "",
        kind=_kind(line),
        cells=shown,
        columns=tuple(cell.column for cell in cells if whole or cell.column in told | columns),
        reason=(line.reason or "") if whole else "",
    )


def _kind(line: Any) -> Kind:
    if VOIDED not in line.after:
        return "corrected"
    return "voided" if line.after[VOIDED] else "brought back"


def _readable(
    connection: Connection, person: Person, lines: Iterable[Any]
) -> dict[tuple[str, str], set[str]]:
    """Return the columns that somebody may see of rows that they don't read whole, by the row."""
    others: dict[str, set[str]] = {}
    for line in lines:
        if not reads_whole(person, line.partnership, line.owner):
            others.setdefault(line.table, set()).add(line.row)
    return {
        (sheet, row): set(columns)
        for sheet, wanted in others.items()
        for row, columns in _of_sheet(connection, person, sheet, wanted)
    }


def _of_sheet(
    connection: Connection, person: Person, sheet: str, wanted: set[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    table = FACTS[sheet]
    # Rows without a reference are read whole or not at all.
    refs = {row.split("/", 2)[2] for row in wanted} if "ref" in table.c else set()
    for readable in access.readable(person, sheet) if refs else ():
        rows = connection.execute(readable.statement.where(table.c.ref.in_(refs))).mappings()
        yield from ((identity(sheet, row), readable.columns) for row in rows)
