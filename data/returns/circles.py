"""References among the rows of one sheet that lead back to where they began."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from data.returns.known import Known, Ref
from data.returns.problems import Problem
from data.returns.rows import Row
from data.returns.sheets.declaration import Link, Sheet

PROBLEM: Final = "This leads back to the row itself, by way of others."
FIX: Final = "Name another row, or clear it."


def own_links(sheet: Sheet) -> list[Link]:
    """Return the references of a sheet to other rows of its own."""
    return [link for link in sheet.links if link.sheet == sheet.name]


def comes_back(named: Mapping[Ref, str | None], start: Ref) -> bool:
    """Return whether references lead from a row back to it.

    Args:
        named: The ref that each row names, by partnership, owner and ref of the row.
        start: The row.
    """
    partnership, owner, ref = start
    passed: set[str] = set()
    at = named.get(start)
    while at is not None and at not in passed:
        passed.add(at)
        at = named.get((partnership, owner, at))
    return ref in passed


def circles(rows: Iterable[Row], known: Known) -> Iterator[Problem]:
    """Give a problem for each row whose references lead back to it, over two rows or more."""
    those = [row for row in rows if row.values.get("ref")]
    links = own_links(those[0].grid.sheet) if those else []
    for link in links:
        told = {_ref(row): row.values.get(link.column) for row in those}
        named = {**known.named.get(link.sheet, {}), **told}
        for row in those:
            ref = row.values.get(link.column)
            # One that names itself is told so already.
            if ref not in (None, row.values["ref"]) and comes_back(named, _ref(row)):
                yield row.problem(link.column, PROBLEM, FIX, ref)


def _ref(row: Row) -> Ref:
    return row.partnership, row.owner, row.values["ref"]
