"""Grids of raw cells, turned into typed rows, with a problem for each cell that can't be."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from data.returns import cells
from data.returns.cells import NOT_APPLICABLE, Reader
from data.returns.grid import Grid, Raw, RawRow, is_blank
from data.returns.known import Known
from data.returns.problems import PersonalError, Problem, RefusedError, shown
from data.returns.scope import COLUMNS, Scope, ScopeError
from data.returns.sheets.declaration import Column


@dataclass
class Row:
    """A row of a file, understood.

    Attributes:
        grid: Where it stands.
        number: Its number, as Excel shows it.
        partnership: Code of its partnership; empty where none could be found.
        owner: Code of its owner; empty where none could be found.
        values: What is stored, by column, for the columns that the file has.
        failed: Columns whose cells could not be understood.
        problems: One for each of them.
    """

    grid: Grid
    number: int
    partnership: str = ""
    owner: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, column: str, problem: str, fix: str, value: object = "") -> Problem:
        """Return a problem of one of the row's cells."""
        cell = self.grid.address(column, self.number)
        return Problem(self.grid.sheet.name, self.number, column, cell, shown(value), problem, fix)

    def key(self) -> tuple[Any, ...]:
        """Return what tells the row apart from the owner's others."""
        return tuple(self.values.get(name) for name in self.grid.sheet.key)

    def identity(self) -> tuple[Any, ...]:
        """Return what tells the row apart from all others of its sheet."""
        return (self.partnership, self.owner, *self.key())


class RowParser:
    """Types the rows of one grid."""

    def __init__(self, grid: Grid, known: Known, scope: Scope | None) -> None:
        """Prepare a reader for each column; ``scope`` is for rows that have owners."""
        self._grid = grid
        self._known = known
        self._scope = scope
        # Rows may say whose they are where any of them does.
        self._saying = {
            name
            for name in COLUMNS
            for _, content in grid.rows
            if not is_blank(self._cell(content, name))
        }
        # A column that the file lacks is one problem of its header, not one of every row.
        self._lacking = {column.name for column in grid.sheet.columns if column.required}
        self._lacking -= grid.positions.keys()
        self._plan: list[tuple[Column, int, Reader]] = [
            (column, grid.positions[column.name], cells.reader(column, known))
            for column in grid.sheet.columns
            if column.name in grid.positions
        ]

    def rows(self) -> Iterator[Row]:
        """Give each row, typed."""
        return (self._row(raw) for raw in self._grid.rows)

    def _row(self, raw: RawRow) -> Row:
        number, content = raw
        row = Row(self._grid, number, failed=set(self._lacking))
        if self._scope:
            self._find_owner(row, content, self._scope)
        for column, at, read in self._plan:
            cell = content[at] if at < len(content) else None
            try:
                value = read(cell)
                if column.kind == "programme" and row.owner and value:
                    value = cells.programme(value, row.owner, self._known)
            except RefusedError as error:
                row.failed.add(column.name)
                # What stands in place of a pseudonym may be anything, so it is never repeated.
                hidden = column.person or isinstance(error, PersonalError)
                value = "" if hidden else _text(cell)
                row.problems.append(row.problem(column.name, error.problem, error.fix, value))
            else:
                _keep(row.values, column, value)
        return row

    def _find_owner(self, row: Row, content: tuple[Raw, ...], scope: Scope) -> None:
        partnership, owner = (self._cell(content, name) for name in ("partnership", "owner"))
        try:
            row.partnership, row.owner = scope.of(self._grid.sheet, partnership, owner)
        except ScopeError as error:
            row.failed.update(COLUMNS)
            # Nor can anybody tell what stays stored in the columns that the file leaves out.
            row.failed.update(
                {c.name for c in self._grid.sheet.columns} - self._grid.positions.keys()
            )
            row.problems.extend(self._unplaced(row, content, error, scope.said))

    def _unplaced(
        self, row: Row, content: tuple[Raw, ...], error: ScopeError, said: set[str]
    ) -> Iterator[Problem]:
        """Give the problem of a cell; what no cell can put right, once a file."""
        value = self._cell(content, error.column)
        silent = is_blank(value) and (error.told or error.column not in self._saying)
        if not silent:
            yield row.problem(error.column, error.problem, error.fix, _text(value))
        elif error.problem not in said:
            said.add(error.problem)
            told = shown(error.told)
            yield Problem("", None, error.column, "", told, error.problem, error.fix)

    def _cell(self, content: tuple[Raw, ...], name: str) -> Raw:
        at = self._grid.positions.get(name)
        return content[at] if at is not None and at < len(content) else None


def _keep(values: dict[str, Any], column: Column, value: Any) -> None:
    values[column.name] = None if value is NOT_APPLICABLE else value
    if column.na_allowed:
        values[column.na_flag] = value is NOT_APPLICABLE


def _text(cell: Raw) -> object:
    return getattr(cell, "text", cell)
