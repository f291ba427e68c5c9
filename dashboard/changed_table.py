"""What has changed as a table, for a file: corrections first."""

from collections.abc import Iterable, Iterator
from typing import Final

from dashboard import formatting, wording
from dashboard.changed import Called, is_told
from dashboard.columns import column_called
from dashboard.views.view import Cell, Table
from data.corrections import Correction
from data.news import Happening
from data.returns.sheets import SHEETS

Values = dict[str, str | int]
COLUMNS: Final = (
    "When",
    "Partnership",
    "Organisation",
    "Sheet or return",
    "What",
    "Row",
    "Column",
    "Was",
    "Now",
    "Rows",
    "Why",
)


def table(
    corrections: Iterable[Correction], happenings: Iterable[Happening], called: Called
) -> Table:
    """Return a row for each value that was corrected, then one for each thing that happened."""
    first = [row for one in corrections for row in _corrected(one, called)]
    then = [row for one in happenings if is_told(one) for row in _happened(one, called)]
    return Table(COLUMNS, tuple(_row(each) for each in (*first, *then)))


def _corrected(one: Correction, called: Called) -> Iterator[Values]:
    shared: Values = {
        **_where(one, called),
        "Sheet or return": SHEETS[one.sheet].title,
        "What": one.kind,
        "Row": one.row,
        "Why": one.reason,
    }
    for cell in one.cells:
        column = column_called(cell.column)
        yield shared | {"Column": column, "Was": cell.was, "Now": cell.now, "Rows": 1}
    if not one.cells:
        yield shared | {"Column": ", ".join(map(column_called, one.columns)), "Rows": 1}


def _happened(one: Happening, called: Called) -> Iterator[Values]:
    shared = _where(one, called) | {"Why": one.reason}
    if not one.sheet:
        state = wording.RETURN_STATES[one.state].lower()
        yield shared | {"Sheet or return": f"return of {one.quarter}", "What": state}
    for what, count in (("rows added", one.added), ("rows changed", one.changed)):
        if count:
            sheet = SHEETS[one.sheet].title
            yield shared | {"Sheet or return": sheet, "What": what, "Rows": count}


def _where(one: Correction | Happening, called: Called) -> Values:
    partnership, owner = called.place(one)
    when = formatting.moment(one.at)
    return {"When": when, "Partnership": partnership, "Organisation": owner}


def _row(values: Values) -> tuple[Cell, ...]:
    found = [values.get(name, "") for name in COLUMNS]
    return tuple(Cell(str(each), each) for each in found)
