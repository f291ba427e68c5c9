"""Rows with problems, left out by choice, so that the others of a file can go in."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from data.changes.outcome import Outcome
from data.returns.problems import Problem
from data.returns.read import Reading


def rest(reading: Reading, problems: Iterable[Problem]) -> Reading | None:
    """Return a file without the rows that have problems.

    It is nothing where a problem is of no row, such as one of the header, or no row would be left.
    """
    faulty = {(problem.sheet, problem.row) for problem in problems}
    there = {(grid.sheet.name, row[0]) for grid in reading.grids for row in grid.rows}
    if not faulty < there:
        return None
    grids = (
        replace(grid, rows=[row for row in grid.rows if (grid.sheet.name, row[0]) not in faulty])
        for grid in reading.grids
    )
    return replace(reading, grids=tuple(grids))


def others(reading: Reading, problems: Iterable[Problem]) -> int:
    """Return how many rows would be left; nought where none can be left out."""
    found = list(problems)
    fewer = rest(reading, found) if found else None
    return sum(len(grid.rows) for grid in fewer.grids) if fewer else 0


def without_faulty(reading: Reading, take_in: Callable[[Reading], Outcome]) -> Outcome:
    """Return what becomes of a file once every row with a problem is left out.

    Whatever refers to a row that is left out has a problem too, unless that row is stored already.

    Args:
        reading: The file.
        take_in: Stores rows, or none of them where one has a problem.
    """
    first = outcome = take_in(reading)
    left_out: list[Problem] = []
    while outcome.errors:
        fewer = rest(reading, outcome.errors)
        if fewer is None:
            return first
        left_out += outcome.errors
        reading = fewer
        outcome = take_in(reading)
    return replace(outcome, left_out=tuple(left_out))
