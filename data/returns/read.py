"""A file, read into grids of raw cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data.returns import apart, contents, headers, raw
from data.returns.contents import Wanted
from data.returns.grid import Grid, RawSheet
from data.returns.limits import COMMAND_LINE, Limits
from data.returns.names import closest, normal
from data.returns.plain import unpacked
from data.returns.problems import Problem, RefusedError, of_file, shown
from data.returns.sheets.declaration import Sheet


@dataclass(frozen=True)
class Reading:
    """What a file holds.

    Attributes:
        digest: SHA-256 of the file.
        grids: The sheets that were understood.
        ignored: Sheets and columns that mean nothing here, by name.
        problems: What is wrong with the file's shape.
    """

    digest: str = ""
    grids: tuple[Grid, ...] = ()
    ignored: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(
    path: Path,
    sheets: Mapping[str, Sheet],
    *,
    sheet: str | None = None,
    extra: Sequence[str] = (),
    limits: Limits = COMMAND_LINE,
) -> Reading:
    """Return what a file holds, or what is wrong with it; it never raises.

    The file is opened and taken apart in a process of its own; what comes back is understood here.

    Args:
        path: An Excel workbook or a CSV file.
        sheets: The declarations to look for, by name.
        sheet: Read this sheet alone; a CSV file is taken for it.
        extra: Columns that may stand on any sheet besides those declared.
        limits: How much may come in.
    """
    wanted = Wanted(sheets, sheet, extra)
    try:
        digest, found = apart.call(
            raw.sheets,
            path,
            path.suffix,
            wanted.titles(),
            wanted.headings(),
            (limits.rows, limits.unpacked),
            limits=limits,
        )
        return understand(digest, list(unpacked(found)), path, wanted, limits)
    except RefusedError as error:
        refused = error
    except OSError:
        refused = RefusedError(
            "The file can't be opened.", "Check its name and your rights to read it."
        )
    return Reading(problems=(of_file(refused),))


def understand(
    digest: str, raw_sheets: Sequence[RawSheet], path: Path, wanted: Wanted, limits: Limits
) -> Reading:
    """Return what a file holds whose sheets were taken apart.

    Raises:
        RefusedError: It follows no declaration, or a column looks personal.
    """
    grids: list[Grid] = []
    ignored: list[str] = []
    problems: list[Problem] = []
    for raw_sheet, declared in contents.match(raw_sheets, path, wanted):
        if declared is None:
            ignored.append(shown(raw_sheet.title))
            continue
        grid, unknown, wrong = headers.understand(raw_sheet, declared, wanted.extra)
        ignored.extend(f"{declared.name}: {heading}" for heading in unknown)
        too_many = _too_many(grid, limits)
        problems.extend(too_many or [*wrong, *_repeated(grid, grids)])
        if not too_many:
            grids.append(grid)
    return Reading(digest, tuple(grids), tuple(ignored), tuple(problems))


def read_folder(folder: Path, sheets: Mapping[str, Sheet]) -> Reading:
    """Return what the CSV files of a folder hold, each named after its sheet; it never raises."""
    files = sorted(file for file in folder.glob("*") if file.suffix.casefold() == ".csv")
    names = {normal(name): name for name in sheets}
    meant = {file: names[normal(file.stem)] for file in files if normal(file.stem) in names}
    if refused := _misnamed(files, meant, sheets):
        return Reading(problems=(of_file(refused),))
    readings = {file: read(file, sheets, sheet=name) for file, name in meant.items()}
    return Reading(
        grids=tuple(grid for one in readings.values() for grid in one.grids),
        ignored=(
            *(shown(file.name) for file in files if file not in meant),
            *(name for one in readings.values() for name in one.ignored),
        ),
        problems=tuple(
            replace(problem, sheet=meant[file])
            for file, one in readings.items()
            for problem in one.problems
        ),
    )


def _misnamed(
    files: Sequence[Path], meant: Mapping[Path, str], sheets: Mapping[str, Sheet]
) -> RefusedError | None:
    """Return why the files of a folder can't be told apart, if they can't."""
    if not meant:
        return RefusedError(
            "The folder holds no CSV file that is named after a table.",
            f"Name them like {', '.join(f'{name}.csv' for name in sheets)}.",
        )
    lacking = [name for name in sheets if name not in meant.values()]
    for file in files:
        if file not in meant and (name := closest(file.stem, lacking)):
            return RefusedError(
                f"The file “{shown(file.name)}” is no table, but comes close to {name}.csv.",
                f"Call it {name}.csv; if it is something else, call it something else.",
            )
        if list(meant.values()).count(meant.get(file, "")) > 1:
            return RefusedError(
                f"Two files of the folder are called {meant[file]}.csv.",
                "Put their rows in one file.",
            )
    return None


def _too_many(grid: Grid, limits: Limits) -> list[Problem]:
    if len(grid.rows) <= limits.rows:
        return []
    refused = RefusedError(f"The sheet has more than {limits.rows:,} rows.", "Send it in parts.")
    return [of_file(refused, grid.sheet.name)]


def _repeated(grid: Grid, before: list[Grid]) -> list[Problem]:
    if all(grid.sheet is not other.sheet for other in before):
        return []
    refused = RefusedError(
        "Two sheets of the workbook have this name.", "Put their rows on one sheet."
    )
    return [of_file(refused, grid.sheet.name)]
