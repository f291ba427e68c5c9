"""Raw sheets as plain data, so that they can go from one process to another as JSON."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from data.returns.grid import Broken, Raw, RawRow, RawSheet


def packed(sheets: Iterable[RawSheet]) -> list[Any]:
    """Return sheets as lists, texts and numbers alone."""
    return [
        [
            sheet.title,
            [[number, [_packed(cell) for cell in cells]] for number, cells in sheet.rows],
            sheet.merged,
            sheet.beyond,
        ]
        for sheet in sheets
    ]


def unpacked(sheets: list[Any]) -> Iterator[RawSheet]:
    """Give the sheets that were packed."""
    for title, rows, merged, beyond in sheets:
        yield RawSheet(
            title,
            [_row(number, cells) for number, cells in rows],
            tuple((top, left, bottom, right) for top, left, bottom, right in merged),
            (beyond[0], beyond[1]) if beyond else None,
        )


def _packed(cell: Raw) -> Any:
    if isinstance(cell, datetime):
        return [cell.isoformat()]
    if isinstance(cell, Broken):
        return [cell.text, cell.problem, cell.fix]
    return cell


def _row(number: int, cells: list[Any]) -> RawRow:
    return number, tuple(_unpacked(cell) if isinstance(cell, list) else cell for cell in cells)


def _unpacked(cell: list[str]) -> Raw:
    return datetime.fromisoformat(cell[0]) if len(cell) == 1 else Broken(*cell)
