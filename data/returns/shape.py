"""What can be wrong with a sheet before any of its values is understood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from data.returns.addresses import address
from data.returns.grid import Broken, Raw, RawRow, RawSheet
from data.returns.header import FEW, Header
from data.returns.limits import MOST_COLUMNS
from data.returns.problems import Problem, shown
from data.returns.sheets.declaration import Sheet

SLIPPED = "Check that no cell has slipped sideways; delete what does not belong there."


def problems(
    raw: RawSheet, sheet: Sheet, header: Header, rows: Sequence[RawRow]
) -> Iterator[Problem]:
    """Give everything that is wrong with a sheet's shape.

    Args:
        raw: The sheet as the file has it.
        sheet: What it should be.
        header: The row that names its columns.
        rows: The rows below that.
    """
    yield from _twice(sheet, header)
    yield from _misspelt_or_missing(sheet, header)
    yield from _above(raw, sheet, header)
    yield from _beyond(raw, sheet, header, rows)
    yield from _merged(raw, sheet, header, rows)
    yield from _second_table(sheet, header, rows)


def _twice(sheet: Sheet, header: Header) -> Iterator[Problem]:
    for at, name in header.known.items():
        if header.positions[name] != at:
            yield Problem(
                sheet.name,
                header.number,
                name,
                address(at, header.number),
                name,
                f"The column {name} stands twice.",
                "Delete one of the two columns.",
            )


def _misspelt_or_missing(sheet: Sheet, header: Header) -> Iterator[Problem]:
    for at, meant in header.close.items():
        yield Problem(
            sheet.name,
            header.number,
            meant,
            address(at, header.number),
            shown(header.unknown[at]),
            f"This is no column of {sheet.name}, but comes close to {meant}.",
            f"Call it {meant}; if it is something else, call it something else.",
        )
    for name in header.lacking:
        misspelt = name in header.close.values()
        if not misspelt and sheet.has(name) and sheet.column(name).required:
            yield Problem(
                sheet.name,
                header.number,
                name,
                "",
                "",
                f"The column {name} is missing.",
                "Add it, as in the template.",
            )


def _above(raw: RawSheet, sheet: Sheet, header: Header) -> Iterator[Problem]:
    """Give a problem for a row that stands above the header, where it would not be read."""
    few = max(FEW, len(header.positions) // 2)
    for number, cells in raw.rows:
        if number >= header.number:
            return
        if sum(_cell(cells, at) is not None for at in header.known) >= few:
            yield Problem(
                sheet.name,
                number,
                "",
                address(0, number),
                "",
                "This row stands above the header.",
                "Put the header above all rows; above it, only a title may stand.",
            )


def _beyond(
    raw: RawSheet, sheet: Sheet, header: Header, rows: Sequence[RawRow]
) -> Iterator[Problem]:
    """Give a problem for the first value under no heading: the columns may have shifted."""
    if raw.beyond:
        row, column = raw.beyond
        place = address(column - 1, row)
        problem = f"The sheet has more than {MOST_COLUMNS} columns."
        yield Problem(sheet.name, row, "", place, "", problem, SLIPPED)
        return
    headed = header.known.keys() | header.unknown.keys()
    width = max(headed) + 1
    gaps = [at for at in range(width) if at not in headed]
    for number, cells in ((header.number, header.cells), *rows):
        strays = [at for at in (*gaps, *range(width, len(cells))) if _cell(cells, at) is not None]
        if strays:
            cell = cells[strays[0]]
            place = address(strays[0], number)
            if number == header.number and isinstance(cell, Broken):
                yield Problem(
                    sheet.name, number, "", place, shown(cell.text), cell.problem, cell.fix
                )
            else:
                problem = "A value stands in a column without a heading."
                yield Problem(sheet.name, number, "", place, "", problem, SLIPPED)
            return


def _merged(
    raw: RawSheet, sheet: Sheet, header: Header, rows: Sequence[RawRow]
) -> Iterator[Problem]:
    """Give a problem for cells that were merged: all but the first would read as blanks."""
    numbers = [number for number, _ in rows]
    numbered = set(numbers)
    columns = sorted(at + 1 for at in header.known)
    for top, left, bottom, right in raw.merged:
        deep = bisect_right(numbers, bottom) - bisect_left(numbers, top)
        wide = bisect_right(columns, right) - bisect_left(columns, left)
        # Only the first cell of a block holds its value.
        shows = top in numbered and left - 1 in header.known
        if deep * wide > shows:
            first, last = address(left - 1, top), address(right - 1, bottom)
            yield Problem(
                sheet.name,
                max(top, header.number),
                "",
                first,
                "",
                f"The cells {first} to {last} are merged, so that all but the first are blank.",
                "Unmerge them and fill in each.",
            )


def _second_table(sheet: Sheet, header: Header, rows: Sequence[RawRow]) -> Iterator[Problem]:
    if number := header.again(rows):
        yield Problem(
            sheet.name,
            number,
            "",
            address(0, number),
            "",
            "A second header stands here.",
            "Put one table alone on a sheet, with one header; delete this row if it is the same.",
        )


def _cell(cells: Sequence[Raw], at: int) -> Raw:
    return cells[at] if at < len(cells) else None
