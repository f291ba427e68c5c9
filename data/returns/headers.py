"""Find the header of a sheet, and say which columns stand where."""

import re
from collections.abc import Iterator, Sequence

from data.returns.grid import MOST_COLUMNS, Broken, Grid, Raw, RawRow, RawSheet, address
from data.returns.problems import Problem, RefusedError, shown
from data.returns.sheets.declaration import Sheet

HEADER_ROWS = 5
NO_HEADER = (
    f"No header was found in rows 1 to {HEADER_ROWS}.",
    "Put the names of the columns in row 1, as in the template.",
)
PERSONAL = re.compile(
    r"names?\b|birth|\bdob\b|address|post ?code|e[- ]?mail|phone|mobile|\btel\b"
    r"|\bnhs ?(no|num|$)|\bn\.?i\.? ?(no|num|$)|\bnino\b|national insurance"
)
# A name of a thing is nobody's name.
THINGS = re.compile(
    r"\b(agency|council|course|employer|file|hei|organisation|partner|partnership|programme"
    r"|provider|scheme|sheet|team|university) name"
)


def normal(text: object) -> str:
    """Return a heading or name without case, spaces and underscores."""
    return re.sub(r"[\s_]+", "", str(text)).casefold()


def understand(
    raw: RawSheet, sheet: Sheet, extra: Sequence[str] = ()
) -> tuple[Grid, list[str], list[Problem]]:
    """Return the grid of a sheet, the headings that mean nothing here, and what is wrong.

    Args:
        raw: The sheet as the file has it.
        sheet: What it should be.
        extra: Columns that may stand there besides those declared.

    Raises:
        RefusedError: A heading looks personal; nothing of the file may be kept or shown.
    """
    wanted = {normal(name): name for name in (*(c.name for c in sheet.columns), *extra)}
    header = _header(raw.rows, wanted)
    if header is None:
        return Grid(sheet), [], [Problem(sheet.name, 1, "", "A1", "", *NO_HEADER)]
    number, cells = header
    headings = {at: str(cell).strip() for at, cell in enumerate(cells) if _filled(cell)}
    ignored = [text for text in headings.values() if normal(text) not in wanted]
    if personal := next(filter(_personal, ignored), None):
        raise _personal_column(sheet, personal)
    known = {at: wanted[normal(text)] for at, text in headings.items() if normal(text) in wanted}
    positions = {name: at for at, name in reversed(known.items())}
    rows = [row for row in raw.rows if row[0] > number and any(map(_filled, row[1]))]
    problems = [
        *_twice(sheet, number, known),
        *_missing(sheet, number, positions),
        *_beyond(sheet, [header, *rows], {at for at in headings if at < MOST_COLUMNS}),
    ]
    return Grid(sheet, positions, rows), ignored, problems


def _header(rows: list[RawRow], wanted: dict[str, str]) -> RawRow | None:
    """Return the row among the first that holds the most names of columns, if any does."""

    def matches(row: RawRow) -> int:
        return sum(normal(cell) in wanted for cell in row[1] if cell is not None)

    best = max((row for row in rows if row[0] <= HEADER_ROWS), key=matches, default=None)
    return best if best and matches(best) else None


def _personal(heading: str) -> bool:
    words = re.sub(r"[\s_]+", " ", heading).casefold()
    return bool(PERSONAL.search(THINGS.sub("", words)))


def _personal_column(sheet: Sheet, heading: str) -> RefusedError:
    return RefusedError(
        f"The column “{shown(heading)}” of the sheet {sheet.name} looks personal "
        "(name, birth, address, e-mail, telephone, NHS or NI number).",
        "Delete that column; students and practice educators appear by pseudonym alone.",
    )


def _twice(sheet: Sheet, row: int, known: dict[int, str]) -> Iterator[Problem]:
    seen = set()
    for at, name in known.items():
        if name in seen:
            yield Problem(
                sheet.name,
                row,
                name,
                address(at, row),
                name,
                f"The column {name} stands twice.",
                "Delete one of the two columns.",
            )
        seen.add(name)


def _missing(sheet: Sheet, row: int, positions: dict[str, int]) -> Iterator[Problem]:
    for column in sheet.columns:
        if column.required and column.name not in positions:
            yield Problem(
                sheet.name,
                row,
                column.name,
                "",
                "",
                f"The column {column.name} is missing.",
                "Add it, as in the template.",
            )


def _beyond(sheet: Sheet, rows: list[RawRow], headed: set[int]) -> Iterator[Problem]:
    """Give a problem for the first value under no heading: the columns may have shifted."""
    for number, cells in rows:
        for at, cell in enumerate(cells):
            if at not in headed and _filled(cell):
                yield Problem(
                    sheet.name,
                    number,
                    "",
                    address(at, number),
                    "",
                    "A value stands in a column without a heading."
                    if at < MOST_COLUMNS
                    else f"The sheet has more than {MOST_COLUMNS} columns.",
                    "Check that no cell has slipped sideways; delete what does not belong there.",
                )
                return


def _filled(cell: Raw) -> bool:
    return isinstance(cell, Broken) or (cell is not None and bool(shown(cell).strip()))
