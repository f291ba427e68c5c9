"""A file, read into grids of raw cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.returns import contents, headers, raw, separate_process
from data.returns.by_hand import Matching, Unmatched
from data.returns.contents import UnplacedError, Wanted
from data.returns.grid import Grid, RawSheet
from data.returns.limits import COMMAND_LINE, Limits
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
        unmatched: Sheets on which somebody may say what the headings mean.
        matching: What somebody has said of that already.
        asks_sheet: Whether somebody may say which sheet the file is.
    """

    digest: str = ""
    grids: tuple[Grid, ...] = ()
    ignored: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    matching: Matching = field(default_factory=dict)
    asks_sheet: bool = False


def read(
    path: Path,
    sheets: Mapping[str, Sheet],
    *,
    sheet: str | None = None,
    extra: Sequence[str] = (),
    limits: Limits = COMMAND_LINE,
) -> Reading:
    """Return what a file holds, or what is wrong with it; it never raises.

    Args:
        path: An Excel workbook or a CSV file.
        sheets: The declarations to look for, by name.
        sheet: Read this sheet alone; a CSV file is taken for it.
        extra: Columns that may stand on any sheet besides those declared.
        limits: How much may come in.
    """
    return find(path, Wanted(sheets, sheet, extra), limits)


def find(path: Path, wanted: Wanted, limits: Limits) -> Reading:
    """Return what a file holds of what is looked for, or what is wrong with it; it never raises.

    The file is opened and taken apart in a process of its own; what comes back is understood here.
    """
    try:
        digest, found = separate_process.call(
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
        RefusedError: A column looks personal.
    """
    try:
        matched = contents.match(raw_sheets, path, wanted)
    except UnplacedError as error:
        alone = len(raw_sheets) == 1 and wanted.only is None
        return Reading(digest, problems=(of_file(error),), asks_sheet=alone)
    grids: list[Grid] = []
    ignored: list[str] = []
    problems: list[Problem] = []
    unmatched: list[Unmatched] = []
    for raw_sheet, declared in matched:
        if declared is None:
            ignored.append(shown(raw_sheet.title))
            continue
        found = headers.understand(raw_sheet, declared, wanted)
        ignored.extend(f"{declared.name}: {heading}" for heading in found.ignored)
        too_many = _too_many(found.grid, limits)
        problems.extend(too_many or [*found.problems, *_repeated(found.grid, grids)])
        if not too_many:
            grids.append(found.grid)
            unmatched.extend(found.unmatched)
    return Reading(
        digest, tuple(grids), tuple(ignored), tuple(problems), tuple(unmatched), wanted.matching
    )


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
