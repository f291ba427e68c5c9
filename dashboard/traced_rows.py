"""The rows behind a figure as a table: for the page that lists them, and for their file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard import formatting
from dashboard.columns import column_called
from dashboard.tracing import Trace
from dashboard.views.view import Cell, Names, Table
from data import history
from data.people.person import Person
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.sums import Number
from data.tracing.rows import RowsBehind
from data.tracing.shapes import LastChange, Row, Side

AT_ONCE: Final = 50
# A file of more would take a worker's memory; it says so, and filters make it shorter.
MOST_IN_A_FILE: Final = 10_000


@dataclass(frozen=True)
class Line:
    """One row as the page lists it.

    Attributes:
        name: What tells it apart.
        history: Address of its history; blank for who may not open that.
        partner: Whose it is.
        amounts: What it adds to each side.
        cells: What stands in its other columns.
    """

    name: str
    history: str
    partner: str
    amounts: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """One page of the rows of a sheet.

    Attributes:
        number: Which of the sources behind the figure.
        title: The sheet's title.
        adds: What each side comes to, by its name.
        count: How many rows there are.
        elsewhere: How many more count that were published and are no rows.
        readable: How many rows may be read.
        columns: The other columns, in words.
        lines: Those of this page.
        page: Which page it is, from 1 on.
        changed: When one of the rows was changed last, and by whom, in words; blank for none.
    """

    number: int
    title: str
    adds: Mapping[str, str]
    count: int
    elsewhere: int
    readable: int
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    page: int
    changed: str

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.readable // AT_ONCE)


def listing(found: Trace, number: int, person: Person, page: int) -> Listing:
    """Return one page of the rows of one of the sources behind a figure."""
    behind = found.behind[number]
    readable = behind.count(person)
    last = max(-(-readable // AT_ONCE), 1)
    shown = min(max(page, 1), last)
    rows = behind.rows(person, (shown - 1) * AT_ONCE, AT_ONCE) if readable else []
    others = _others(behind, person)
    whole = behind.whole
    return Listing(
        number=number,
        title=SHEETS[behind.sheet].title,
        adds={
            side.name: _written(side, added)
            for side, added in zip(behind.sides, whole.amounts, strict=True)
        },
        count=whole.rows,
        elsewhere=whole.elsewhere,
        readable=readable,
        columns=tuple(map(column_called, others)),
        lines=tuple(_line(behind, row, others, person, found.names) for row in rows),
        page=shown,
        changed=_changed(behind.last_change()),
    )


def file(found: Trace, number: int, person: Person) -> tuple[Table, int]:
    """Return the rows of a source that somebody may read, as a table, and how many there are."""
    behind = found.behind[number]
    columns = behind.columns(person)
    sides = [side.name for side in behind.sides]
    rows = behind.rows(person, 0, MOST_IN_A_FILE)
    table = Table(
        ("partnership", "owner", *columns, *sides),
        tuple(tuple(_cells(behind.sheet, row, columns)) for row in rows),
    )
    return table, behind.count(person)


def amount(number: Number | None) -> str:
    """Return what a row adds, or all of them do; blank for a row that does not count there."""
    return "" if number is None else formatting.amount(number)


def _changed(last: LastChange | None) -> str:
    if last is None:
        return ""
    when = formatting.moment(last.at)
    return f"{when} by {last.by}" if last.by else when


def _others(behind: RowsBehind, person: Person) -> tuple[str, ...]:
    key = SHEETS[behind.sheet].key
    return tuple(column for column in behind.columns(person) if column not in key)


def _written(side: Side, number: Number | None) -> str:
    if side.pence and number is not None:
        return formatting.pounds_and_pence(number)
    return amount(number)


def _line(
    behind: RowsBehind, row: Row, others: Iterable[str], person: Person, names: Names
) -> Line:
    sheet = behind.sheet
    cells = texts(SHEETS[sheet], row.cells)
    whole = history.reads_whole(person, row.partnership, row.owner)
    home = f"/update/{row.partnership}/{row.owner}/{sheet}"
    return Line(
        name=", ".join(cells.get(column, "") for column in SHEETS[sheet].key),
        history=f"{home}/history?row={row.id}" if whole else "",
        partner=names.organisations.get(row.owner, row.owner),
        amounts=tuple(map(_written, behind.sides, row.amounts)),
        cells=tuple(cells.get(column, "") for column in others),
    )


def _cells(sheet: str, row: Row, columns: Iterable[str]) -> Iterable[Cell]:
    cells = texts(SHEETS[sheet], row.cells)
    yield from (Cell(row.partnership), Cell(row.owner))
    yield from (Cell(cells.get(column, "")) for column in columns)
    yield from (Cell("" if each is None else str(each), each) for each in row.amounts)
