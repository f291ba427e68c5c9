"""Find the header of a sheet, and say which columns stand where."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data.returns import by_hand, shape
from data.returns.by_hand import Unmatched
from data.returns.contents import Wanted
from data.returns.grid import Broken, Grid, RawRow, RawSheet
from data.returns.header import FEW, Header
from data.returns.limits import HEADER_ROWS
from data.returns.names import normal
from data.returns.problems import Problem, RefusedError, shown
from data.returns.sheets.declaration import Sheet

# A header that stands further down is pointed out, as far as this.
LOOKED_THROUGH = 50
PERSONAL = re.compile(
    r"names?\b|birth|\bdob\b|address|post ?code|e[- ]?mail|phone|mobile|\btel\b"
    r"|\bnhs ?(no|num|$)|\bn\.?i\.? ?(no|num|$)|\bnino\b|national insurance"
)
# A name of a thing is nobody's name.
THINGS = re.compile(
    r"\b(agency|council|course|employer|file|hei|organisation|partner|partnership|programme"
    r"|provider|scheme|sheet|team|university) name"
)


@dataclass(frozen=True)
class Understood:
    """What became of one sheet.

    Attributes:
        grid: Its rows, and where each column stands.
        ignored: Headings that mean nothing here.
        problems: What is wrong with its shape.
        unmatched: What somebody may say of its headings.
    """

    grid: Grid
    ignored: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()


def understand(raw: RawSheet, sheet: Sheet, wanted: Wanted) -> Understood:
    """Return what became of a sheet.

    Args:
        raw: The sheet as the file has it.
        sheet: What it should be.
        wanted: What is looked for in the file.

    Raises:
        RefusedError: A heading looks personal; nothing of the file may be kept or shown.
    """
    names = {normal(name): name for name in (*(c.name for c in sheet.columns), *wanted.extra)}
    found = _best(raw.rows[:LOOKED_THROUGH], names)
    row = found or _likely(raw.rows)
    if row is None or row[0] > HEADER_ROWS:
        return Understood(Grid(sheet), problems=(_no_header(sheet, row),))
    header = _header(row, names)
    if personal := next(filter(_personal, header.unknown.values()), None):
        raise _personal_column(sheet, personal)
    if sheet.name in wanted.matching:
        return _below(raw, sheet, by_hand.applied(header, wanted.matching[sheet.name]))
    asked = tuple(by_hand.unmatched(sheet, header, _rows(raw, header)))
    if found is None:
        return Understood(Grid(sheet), problems=(_no_header(sheet, found),), unmatched=asked)
    return replace(_below(raw, sheet, header), unmatched=asked)


def _below(raw: RawSheet, sheet: Sheet, header: Header) -> Understood:
    """Return what became of a sheet whose header is known."""
    rows = _rows(raw, header)
    # What stands below a second header is another table.
    end = header.again(rows)
    table = rows if end is None else [row for row in rows if row[0] < end]
    return Understood(
        Grid(sheet, header.positions, table),
        tuple(map(shown, header.unknown.values())),
        tuple(shape.problems(raw, sheet, header, rows)),
    )


def _rows(raw: RawSheet, header: Header) -> list[RawRow]:
    return [row for row in raw.rows if row[0] > header.number]


def _best(rows: Iterable[RawRow], wanted: Mapping[str, str]) -> RawRow | None:
    """Return the row that holds the most names of columns, if any does."""

    def matches(row: RawRow) -> int:
        return len({normal(cell) for cell in row[1] if isinstance(cell, str)} & wanted.keys())

    best = max(rows, key=matches, default=None)
    return best if best and matches(best) else None


def _likely(rows: Iterable[RawRow]) -> RawRow | None:
    """Return the first row that could be a header, and holds more than a title, if any does."""
    texts = {
        row: sum(isinstance(cell, str) for cell in row[1]) for row in rows if row[0] <= HEADER_ROWS
    }
    few = min(FEW, max(texts.values(), default=0))
    return next((row for row, count in texts.items() if count >= few > 0), None)


def _header(row: RawRow, wanted: Mapping[str, str]) -> Header:
    number, cells = row
    headings = {
        at: str(cell)
        for at, cell in enumerate(cells)
        if not (cell is None or isinstance(cell, Broken))
    }
    known = {at: wanted[normal(text)] for at, text in headings.items() if normal(text) in wanted}
    unknown = {at: text for at, text in headings.items() if at not in known}
    return Header(number, cells, known, unknown, tuple(wanted.values()))


def _no_header(sheet: Sheet, found: RawRow | None) -> Problem:
    fix = "Put the names of the columns in row 1, as in the template."
    if found is None:
        problem = f"No header was found in rows 1 to {HEADER_ROWS}."
        return Problem(sheet.name, 1, "", "A1", "", problem, fix)
    number = found[0]
    problem = f"The header stands in row {number}; it is looked for in rows 1 to {HEADER_ROWS}."
    return Problem(sheet.name, number, "", f"A{number}", "", problem, fix)


def _personal(heading: str) -> bool:
    words = re.sub(r"[\s_]+", " ", heading).casefold()
    return bool(PERSONAL.search(THINGS.sub("", words)))


def _personal_column(sheet: Sheet, heading: str) -> RefusedError:
    return RefusedError(
        f"The column “{shown(heading)}” of the sheet {sheet.name} looks personal "
        "(name, birth, address, e-mail, telephone, NHS or NI number).",
        "Delete that column; students and practice educators appear by pseudonym alone.",
    )
