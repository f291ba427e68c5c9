"""The Department for Education's children's social work workforce file, as it is published.

A row is a council, a region or England in one year. The year is that of the census, which is on
30 September; joint councils have one row, under both their codes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from data.returns.grid import Broken, Grid, Raw, RawRow
from data.returns.problems import Problem, RefusedError
from data.returns.published.cells import (
    AS_PUBLISHED,
    DFE_NUMBER,
    JOINED,
    ONS_CODE,
    REPORTING_YEAR,
    Number,
    census_on,
    codes,
    number,
    one_of,
    text,
)
from data.returns.published.columns import (
    COLUMNS,
    DFE_CODE,
    KIND_OF_YEAR,
    LEVEL,
    MEASURES,
    NAME,
    PLACES,
    YEAR,
)
from data.returns.read import Reading
from data.returns.rows import Row
from data.schema.published import COUNCIL

Found = TypeVar("Found")

MOST_NAMED: Final = 12
LATEST: Final = (
    "Take the latest edition of “Children's social work workforce” as it is published; "
    "each edition has the years before it too."
)


@dataclass(frozen=True)
class Entry:
    """What the file says of one place at one census.

    Attributes:
        row: The row's number, as Excel shows it.
        ons_code: Of the place; both codes of joint councils, as published.
        name: Of the place.
        level: Whether it is England, a region or a council, as published.
        census_on: The day of the census.
        councils: The Department's number of each council, by ONS code; none for other places.
        numbers: By measure: a value, or the state that a symbol stands for.
    """

    row: int
    ons_code: str
    name: str
    level: str
    census_on: date
    councils: Mapping[str, str]
    numbers: Mapping[str, Number]


def check(reading: Reading) -> tuple[list[Entry], list[Problem]]:
    """Return what a file says, row by row, and all that is wrong with it."""
    if not reading.grids or not reading.grids[0].rows:
        return [], _nothing(reading)
    (grid,) = reading.grids
    missing = [name for name in COLUMNS if name not in grid.positions]
    if missing:
        return [], [_other_columns(missing, reading.ignored)]
    problems = list(reading.problems)
    entries = [found for line in grid.rows if (found := _entry(grid, line, problems))]
    problems.extend(_repeated(grid, entries))
    return entries, sorted(problems, key=lambda problem: problem.row or 0)


def _nothing(reading: Reading) -> list[Problem]:
    """Return why a file can't be read; one with a header of other columns says which it lacks."""
    if reading.grids and not reading.grids[0].positions:
        return [_other_columns(list(COLUMNS), reading.ignored)]
    empty = Problem(NAME, None, "", "", "", "The file has no rows below its header.", LATEST)
    return list(reading.problems) or [empty]


def _other_columns(missing: list[str], ignored: tuple[str, ...]) -> Problem:
    found = [heading.removeprefix(f"{NAME}: ") for heading in ignored]
    instead = f" In their place are {_listed(found)}." if found else ""
    problem = (
        "This is not the Department's workforce file, or is an edition with other columns. "
        f"Wanted and not found: {_listed(missing)}.{instead}"
    )
    return Problem(NAME, None, "", "", "", problem, LATEST)


def _listed(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} others" if more > 0 else "")


def _entry(grid: Grid, line: RawRow, problems: list[Problem]) -> Entry | None:
    """Return what a row says; nothing, and its problems, where it can't be understood."""
    cells = _Cells(grid, line)
    level = cells.read(LEVEL, one_of(PLACES))
    cells.read(KIND_OF_YEAR, one_of((REPORTING_YEAR,)))
    census = cells.read(YEAR, census_on)
    code, name = PLACES.get(level or "", PLACES[COUNCIL])
    ons_codes = cells.read(code, codes(ONS_CODE)) or []
    dfe_codes = cells.read(DFE_CODE, codes(DFE_NUMBER)) if level == COUNCIL else []
    if dfe_codes and ons_codes and len(dfe_codes) != len(ons_codes):
        cells.refuse(DFE_CODE, RefusedError("Each council needs both its codes.", AS_PUBLISHED))
    named = cells.read(name, text)
    numbers = {measure: cells.read(measure, number) for measure in MEASURES}
    problems.extend(cells.problems)
    if cells.problems or level is None or census is None or named is None:
        return None
    return Entry(
        row=cells.row.number,
        ons_code=JOINED.join(ons_codes),
        name=named,
        level=level,
        census_on=census,
        councils=dict(zip(ons_codes, dfe_codes or (), strict=False)),
        numbers={measure: found for measure, found in numbers.items() if found},
    )


class _Cells:
    """The cells of one row, and what is wrong with them."""

    def __init__(self, grid: Grid, line: RawRow) -> None:
        number, cells = line
        self.row = Row(grid, number)
        self.problems: list[Problem] = []
        self._raw = {
            name: cells[at] if at < len(cells) else None for name, at in grid.positions.items()
        }

    def read(self, column: str, understand: Callable[[Raw], Found]) -> Found | None:
        """Return what a cell says; nothing where it can't be understood."""
        raw = self._raw[column]
        try:
            if isinstance(raw, Broken):
                raise RefusedError(raw.problem, raw.fix)
            return understand(raw)
        except RefusedError as refused:
            self.refuse(column, refused)
            return None

    def refuse(self, column: str, refused: RefusedError) -> None:
        """Keep a problem of a cell."""
        raw = self._raw[column]
        value = raw.text if isinstance(raw, Broken) else raw
        self.problems.append(self.row.problem(column, refused.problem, refused.fix, value))


def _repeated(grid: Grid, entries: list[Entry]) -> Iterator[Problem]:
    """Give a problem for each row about a place that an earlier row is about, at one census."""
    seen: dict[tuple[date, str], int] = {}
    for entry in entries:
        for code in entry.councils.values() or (entry.ons_code,):
            first = seen.setdefault((entry.census_on, code), entry.row)
            if first != entry.row:
                column = DFE_CODE if entry.councils else PLACES[entry.level][0]
                problem = f"Row {first} is about the same place in the same year."
                yield Row(grid, entry.row).problem(column, problem, AS_PUBLISHED, code)
