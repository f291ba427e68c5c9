"""What happens on the grid: a cell is changed, a row is added, voided or brought back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

from dashboard.columns import column_called
from dashboard.grid_rows import NEW, Row, read, shown
from data import rows
from data.changes import undo
from data.changes.author import Author
from data.changes.rows import Edit, Place, Saved, save, void
from data.due_returns import Desk, desk
from data.engine import Engine
from data.people.person import Person
from data.people.rights import DeniedError, demand
from data.returns.problems import RefusedError
from data.returns.scope import may_own
from data.returns.sheets import SHEETS

MOST: Final = 5_000
PARTS: Final = 5
MISSING: Final = "A value is missing."


@dataclass(frozen=True)
class EditResult:
    """What became of an edit.

    Attributes:
        words: What to tell.
        rows: Rows as they are stored now, to put in their places.
        added: Rows that were not there.
        gone: Rows to take out.
        both: What somebody else stored meanwhile, where one has to choose.
    """

    words: str
    rows: list[Row] = field(default_factory=list)
    added: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    both: str = ""


def place_of(path: Any) -> Place | None:
    """Return whose rows an address shows on a grid; nothing for any other address."""
    parts = path.strip("/").split("/") if isinstance(path, str) else []
    if len(parts) != PARTS or (parts[0], parts[4]) != ("update", "grid"):
        return None
    return Place(parts[3], parts[1], parts[2])


class GridEditor:
    """Edits rows for whoever is there; the rights are asked of the data."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def desk(self, person: Person, place: Place) -> Desk:
        """Return whose rows they are.

        Raises:
            DeniedError: Somebody may not write them, or there is no such sheet.
        """
        demand(person, "write rows", place.partnership, place.owner)
        where = desk(self._engine, person, place.partnership, place.owner)
        if place.sheet not in SHEETS or not may_own(SHEETS[place.sheet], where.kind):
            raise DeniedError("write rows")
        return where

    def rows(self, person: Person, place: Place) -> list[Row]:
        """Return the rows, as the grid shows them; one more than it holds, if there are more."""
        sheet = SHEETS[place.sheet]
        return [shown(sheet, row) for row in rows.every(self._engine, person, place, MOST + 1)]

    def change(
        self, person: Person, place: Place, sent: Any, version: int | None = None
    ) -> EditResult:
        """Store a row as it is on the grid now.

        Args:
            person: Who changes it.
            place: Where it is.
            sent: The row, by column, with ``id`` and ``version``.
            version: The version that was seen instead, where one has chosen between two.
        """
        where = self.desk(person, place)
        row = read(sent)
        number = None if row["id"].startswith(NEW) else int(row["id"])
        seen = row["version"] if version is None else version
        cells = {c.name: row["cells"].get(c.name, "") for c in SHEETS[place.sheet].columns}
        edit = Edit(place, number, seen, cells, row["once"] or uuid4().hex)
        author = _author(person, where)
        return self._told(author, place, row, save(self._engine, edit, author))

    def void(self, person: Person, place: Place, sent: Any, reason: Any) -> EditResult:
        """Take a row out of every figure, with a reason."""
        where = self.desk(person, place)
        row = read(sent)
        if row["id"].startswith(NEW):
            return EditResult("Taken out: it was not stored yet.", gone=[{"id": row["id"]}])
        edit = Edit(place, int(row["id"]), row["version"], {}, row["once"] or uuid4().hex)
        words = reason if isinstance(reason, str) else ""
        saved = void(self._engine, edit, words, _author(person, where))
        if saved.outcome.errors:
            return EditResult(_problems(saved), self._shown(place, saved.theirs))
        return EditResult("Voided. It stays in the history.", gone=[{"id": row["id"]}])

    def undo(self, person: Person, place: Place) -> EditResult:
        """Take back the last change that somebody made on this sheet."""
        where = self.desk(person, place)
        author = _author(person, where)
        last = undo.last_of(self._engine, author, place.sheet, place.partnership, place.owner)
        if not last:
            return EditResult("There is nothing of yours to undo on this sheet.")
        try:
            former = undo.undo(self._engine, author, last)
        except RefusedError as refused:
            return EditResult(refused.words)
        now = self._stored(person, place, former["id"])
        if not now:
            return EditResult("Undone.", gone=[{"id": str(former["id"])}])
        return (
            EditResult("Undone.", added=now) if former["voided_at"] else EditResult("Undone.", now)
        )

    def _told(self, author: Author, place: Place, row: Row, saved: Saved) -> EditResult:
        if saved.theirs:
            theirs = self._shown(place, saved.theirs)
            return EditResult(
                "Somebody changed this row meanwhile.", theirs, both=_both(saved, row)
            )
        words = _problems(saved)
        if not row["id"].startswith(NEW):
            return EditResult(words or "Saved.", self._stored(author.person, place, int(row["id"])))
        if words:
            # A new row is waited for until all it needs is there.
            return EditResult(words)
        newest = rows.newest(self._engine, author.person, place, author.who)
        return EditResult("Added.", added=self._shown(place, newest), gone=[{"id": row["id"]}])

    def _stored(self, person: Person, place: Place, number: int) -> list[Row]:
        return self._shown(place, rows.one(self._engine, person, place, number))

    def _shown(self, place: Place, found: Mapping[str, Any] | None) -> list[Row]:
        return [shown(SHEETS[place.sheet], found)] if found else []


def _author(person: Person, where: Desk) -> Author:
    return Author.by(person, "grid", where.organisation_name)


def _problems(saved: Saved) -> str:
    found = dict.fromkeys(
        f"{column_called(one.column)}: {one.words}" if one.column else one.words
        for one in saved.outcome.errors
    )
    return " ".join(found)


def _both(saved: Saved, row: Row) -> str:
    theirs = saved.theirs or {}
    return (
        f"{theirs['updated_by']} changed it at {theirs['updated_at']:%H:%M} UTC. Their values are "
        f"in the table now. Row {row['cells'].get('ref') or row['id']}: keep theirs, or put yours "
        "in their place."
    )
