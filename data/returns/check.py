"""Every check that refuses a file: all of its problems at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from data.returns import rules
from data.returns.circles import circles
from data.returns.grid import Grid
from data.returns.known import Known, Ref
from data.returns.problems import Problem, RefusedError, of_file
from data.returns.read import Reading
from data.returns.rows import Row, RowParser
from data.returns.scope import COLUMNS, Scope
from data.returns.sheets.declaration import Link

# Columns that name a university, whatever the row's owner is.
UNIVERSITIES = (("offers", "reserved_for"), ("agreements", "hei"))
# Nobody reads more, and a large file of another kind has millions.
MOST_PROBLEMS = 1000
MORE = RefusedError(
    f"There are more problems than these {MOST_PROBLEMS:,}.",
    "Put these right, or check that it is the right file, and send it again.",
)


@dataclass(frozen=True)
class Checked:
    """What became of a file.

    Attributes:
        rows: Its rows by sheet, in the order of the file.
        problems: What is wrong, up to a thousand; the rows may be stored only where this is empty.
    """

    rows: dict[str, list[Row]]
    problems: tuple[Problem, ...]


def check(reading: Reading, known: Known, scope: Scope | None) -> Checked:
    """Return the typed rows of a file and everything that is wrong with them.

    Args:
        reading: The file.
        known: What the database knows.
        scope: Says whose the rows are; ``None`` for tables without owners.
    """
    rows = {grid.sheet.name: list(_rows(grid, known, scope)) for grid in reading.grids}
    found = _problems(reading, rows, known)
    first = sorted(islice(found, MOST_PROBLEMS), key=_place)
    more = (of_file(MORE),) if next(found, None) else ()
    return Checked(rows, (*first, *more))


def _rows(grid: Grid, known: Known, scope: Scope | None) -> Iterator[Row]:
    """Give a grid's rows, each with what stays stored in columns that the file leaves out.

    They end where there are more problems than anybody is told of.
    """
    kept = known.kept.get(grid.sheet.name, {})
    count = 0
    for row in RowParser(grid, known, scope).rows():
        row.values |= kept.get(row.identity(), {})
        yield row
        count += len(row.problems)
        if count > MOST_PROBLEMS:
            return


def _problems(reading: Reading, rows: Mapping[str, list[Row]], known: Known) -> Iterator[Problem]:
    """Give all problems: those of cells first, for they may have ended the rows."""
    yield from reading.problems
    for several in rows.values():
        for row in several:
            yield from row.problems
    refs = {name: _refs(several) for name, several in rows.items()}
    for sheet, wanted in _wanted(rows).items():
        refs[sheet] = refs.get(sheet, set()) | known.standing(sheet, wanted)
    for several in rows.values():
        yield from _repeated(several)
        yield from circles(several, known)
        for row in several:
            yield from rules.broken(row)
            yield from _loose_ends(row, refs)
            yield from _no_university(row, known)


def _place(problem: Problem) -> tuple[str, int]:
    return problem.sheet, problem.row or 0


def _refs(rows: Iterable[Row]) -> set[Ref]:
    return {(row.partnership, row.owner, ref) for row in rows if (ref := row.values.get("ref"))}


def _wanted(rows: Mapping[str, list[Row]]) -> dict[str, set[Ref]]:
    """Return every reference that must lead to a row, by the sheet where that row is."""
    wanted: dict[str, set[Ref]] = defaultdict(set)
    for several in rows.values():
        for row in several:
            for link in row.grid.sheet.links:
                ref = row.values.get(link.column)
                if ref is not None and not link.may_wait:
                    wanted[link.sheet] |= {
                        (row.partnership, owner, ref) for owner in _owners(row, link)
                    }
    return wanted


def _repeated(rows: Iterable[Row]) -> Iterator[Problem]:
    """Give a problem for each row whose key an earlier row of the file has."""
    first: dict[tuple[Any, ...], int] = {}
    for row in rows:
        key = row.key()
        if key[0] is None or not row.failed.isdisjoint((*COLUMNS, *row.grid.sheet.key)):
            continue
        earlier = first.setdefault(row.identity(), row.number)
        if earlier != row.number:
            column = row.grid.sheet.key[0]
            yield row.problem(
                column,
                f"Row {earlier} has the same {' and '.join(row.grid.sheet.key)}.",
                "Put both in one row, or tell them apart.",
                row.values[column],
            )


def _loose_ends(row: Row, refs: dict[str, set[Ref]]) -> Iterator[Problem]:
    """Give a problem for each reference that leads to no row."""
    for link in row.grid.sheet.links:
        ref = row.values.get(link.column)
        owners = _owners(row, link)
        if ref is None or link.may_wait:
            continue
        # Nobody can tell whose a row is that lacks its owner; that is a problem of its own.
        if not all((row.partnership, *owners)) or ("", "", ref) in refs.get(link.sheet, ()):
            continue
        if (link.sheet, ref) == (row.grid.sheet.name, row.values.get("ref")):
            fix = "Name another row, or clear it."
            yield row.problem(link.column, "This row refers to itself.", fix, ref)
        elif not any((row.partnership, owner, ref) in refs.get(link.sheet, ()) for owner in owners):
            yield row.problem(link.column, *_nowhere(link, owners), ref)


def _owners(row: Row, link: Link) -> list[str]:
    """Return whose the row may be that a reference leads to; blank where nobody can tell."""
    columns = [name for name in (link.owner, link.fallback_owner) if name]
    return [row.owner if name == "owner" else row.values.get(name) or "" for name in columns]


def _nowhere(link: Link, owners: list[str]) -> tuple[str, str]:
    whose = " or ".join(dict.fromkeys(owners))
    return (
        f"There is no row of {link.sheet} with this ref from {whose} in the partnership.",
        f"Correct it, clear it, or send that row of {link.sheet} first.",
    )


def _no_university(row: Row, known: Known) -> Iterator[Problem]:
    for sheet, column in UNIVERSITIES:
        code = row.values.get(column) if row.grid.sheet.name == sheet else None
        if code and known.organisations[code].kind != "hei":
            yield row.problem(
                column, "This is no university.", "Name a university, or clear it.", code
            )
