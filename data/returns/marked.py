"""A file handed back with its problems marked: two columns more, Problem and How to fix."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from data.returns.grid import Broken, Grid, Raw
from data.returns.problems import Problem
from data.returns.read import Reading
from data.returns.template import OPTIONS

MARKS: Final = ("Problem", "How to fix")


def marked(reading: Reading, problems: Iterable[Problem]) -> bytes:
    """Return an Excel workbook of what a file holds, each problem beside its row.

    What concerns no row stands on a sheet of its own, at the front.
    """
    by_row: dict[tuple[str, int | None], list[Problem]] = defaultdict(list)
    for problem in problems:
        by_row[problem.sheet, problem.row].append(problem)
    rows = {(grid.sheet.name, number) for grid in reading.grids for number, _ in grid.rows}
    whole = [one for place, found in by_row.items() if place not in rows for one in found]
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        wrong = book.add_format({"bg_color": "#F4CDC6", "text_wrap": True})
        if whole or not reading.grids:
            _front(book.add_worksheet("Problems"), whole, bold)
        for grid in reading.grids:
            _sheet(book.add_worksheet(grid.sheet.name), grid, by_row, bold, wrong)
    return file.getvalue()


def _front(page: Any, problems: Iterable[Problem], bold: Any) -> None:
    for at, heading in enumerate(("Sheet", "Cell", *MARKS)):
        page.write_string(0, at, heading, bold)
    for row, one in enumerate(problems, 1):
        for at, text in enumerate((one.sheet, one.cell, one.problem, one.fix)):
            page.write_string(row, at, text)


def _sheet(page: Any, grid: Grid, by_row: Any, bold: Any, wrong: Any) -> None:
    names = sorted(grid.positions, key=lambda name: grid.positions[name])
    for at, heading in enumerate((*names, *MARKS)):
        page.write_string(0, at, heading, bold)
    for row, (number, cells) in enumerate(grid.rows, 1):
        found = by_row.get((grid.sheet.name, number), ())
        bad = {one.column for one in found}
        for at, name in enumerate(names):
            place = grid.positions[name]
            cell = cells[place] if place < len(cells) else None
            _cell(page, row, at, cell, wrong if name in bad else None)
        page.write_string(row, len(names), " ".join(_said(one) for one in found))
        page.write_string(row, len(names) + 1, " ".join(one.fix for one in found))


def _said(one: Problem) -> str:
    return f"{one.column}: {one.problem}" if one.column else one.problem


def _cell(page: Any, row: int, at: int, cell: Raw, look: Any) -> None:
    if isinstance(cell, Broken):
        page.write_string(row, at, cell.text, look)
    elif isinstance(cell, datetime):
        page.write_string(row, at, cell.date().isoformat(), look)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        page.write_number(row, at, cell, look)
    elif cell is not None:
        page.write_string(row, at, str(cell), look)
    elif look:
        page.write_blank(row, at, None, look)
