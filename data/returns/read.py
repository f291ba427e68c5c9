"""A file, read into grids of raw cells: a pure function of its bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data.returns import headers
from data.returns.contents import sheets_of
from data.returns.grid import NO_LIMITS, Grid, Limits
from data.returns.problems import Problem, RefusedError, of_file
from data.returns.sheets.declaration import Sheet

MEGABYTE = 1024 * 1024


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
    limits: Limits = NO_LIMITS,
) -> Reading:
    """Return what a file holds, or what is wrong with it; it never raises.

    Args:
        path: An Excel workbook or a CSV file.
        sheets: The declarations to look for, by name.
        sheet: Read this sheet alone; a CSV file is taken for it.
        extra: Columns that may stand on any sheet besides those declared.
        limits: How much may come in.
    """
    try:
        return _read(path, sheets, sheet, extra, limits)
    except RefusedError as error:
        refused = error
    except OSError:
        refused = RefusedError(
            "The file can't be opened.", "Check its name and your rights to read it."
        )
    return Reading(problems=(of_file(refused),))


def read_folder(folder: Path, sheets: Mapping[str, Sheet]) -> Reading:
    """Return what the CSV files of a folder hold, each named after its sheet; it never raises."""
    files = sorted(folder.glob("*.csv"))
    known = [file for file in files if file.stem in sheets]
    if not known:
        refused = RefusedError(
            "The folder holds no CSV file that is named after a table.",
            f"Name them like {', '.join(f'{name}.csv' for name in sheets)}.",
        )
        return Reading(problems=(of_file(refused),))
    readings = [read(file, sheets) for file in known]
    return Reading(
        grids=tuple(grid for one in readings for grid in one.grids),
        ignored=(
            *(file.name for file in files if file not in known),
            *(name for one in readings for name in one.ignored),
        ),
        problems=tuple(problem for one in readings for problem in one.problems),
    )


def _read(
    path: Path,
    sheets: Mapping[str, Sheet],
    only: str | None,
    extra: Sequence[str],
    limits: Limits,
) -> Reading:
    content = path.read_bytes()
    if limits.bytes is not None and len(content) > limits.bytes:
        most = limits.bytes // MEGABYTE
        raise RefusedError(f"The file is larger than {most} MB.", "Send it in parts.")
    grids: list[Grid] = []
    ignored: list[str] = []
    problems: list[Problem] = []
    for raw, declared in sheets_of(path, content, sheets, only):
        if declared is None:
            ignored.append(raw.title)
            continue
        grid, unknown, wrong = headers.understand(raw, declared, extra)
        ignored.extend(f"{declared.name}: {heading}" for heading in unknown)
        problems.extend([*wrong, *_too_many(grid, limits), *_repeated(grid, grids)])
        grids.append(grid)
    return Reading(sha256(content).hexdigest(), tuple(grids), tuple(ignored), tuple(problems))


def _too_many(grid: Grid, limits: Limits) -> list[Problem]:
    if limits.rows is None or len(grid.rows) <= limits.rows:
        return []
    refused = RefusedError(f"The sheet has more than {limits.rows} rows.", "Send it in parts.")
    return [of_file(refused, grid.sheet.name)]


def _repeated(grid: Grid, before: list[Grid]) -> list[Problem]:
    if all(grid.sheet is not other.sheet for other in before):
        return []
    refused = RefusedError(
        "Two sheets of the workbook have this name.", "Put their rows on one sheet."
    )
    return [of_file(refused, grid.sheet.name)]
