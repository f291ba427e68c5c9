"""A folder of CSV files, read as one: each is a table by its name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from data.returns.names import closest, normal
from data.returns.problems import RefusedError, of_file, shown
from data.returns.read import Reading, read
from data.returns.sheets.declaration import Sheet


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
