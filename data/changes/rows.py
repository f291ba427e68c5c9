"""One row: from a form or a grid, by the same rules as a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, and_, select

from data.changes import audit, done, locks, progress, row_queries, version
from data.changes.author import Author
from data.changes.outcome import Outcome
from data.changes.raised_queries import of_row
from data.changes.replacing import carry_out, voiding
from data.changes.transaction import in_one_transaction
from data.changes.upload import store_checked
from data.engine import writing
from data.people.rights import demand
from data.returns import form_input
from data.returns.problems import Problem, RefusedError, of_file
from data.returns.read import Reading
from data.returns.sheets import SHEETS
from data.schema import FACTS

GONE: Final = RefusedError("There is no such row any more.", "Load the sheet again.")
NO_REASON: Final = RefusedError("A reason is missing.", "Say in a few words why it goes.")
NOT_ONES_OWN: Final = RefusedError(
    f"“{audit.UNDO}” and a number is what the history says of an undo.",
    "Say in your own words why it goes.",
)


@dataclass(frozen=True)
class Place:
    """Where rows are.

    Attributes:
        sheet: Name of the sheet.
        partnership: Code of the partnership.
        owner: Code of whose rows they are.
    """

    sheet: str
    partnership: str
    owner: str


@dataclass(frozen=True)
class Edit:
    """What somebody wants a row to be.

    Attributes:
        place: Where it is.
        row: Id of the stored row; nothing for a new one.
        version: The version they saw.
        cells: What they typed, by column.
        once: Tells this request from every other, so that it is carried out once.
    """

    place: Place
    row: int | None
    version: int | None
    cells: Mapping[str, str]
    once: str


@dataclass(frozen=True)
class Saved:
    """What became of an edit.

    Attributes:
        outcome: What was stored, or why not.
        theirs: The row as somebody else changed it meanwhile; nothing was stored then.
    """

    outcome: Outcome
    theirs: Mapping[str, Any] | None = None


def save(engine: Engine, edit: Edit, author: Author) -> Saved:
    """Store one row, if nothing is wrong with it and nobody changed it meanwhile.

    Raises:
        DeniedError: The author may not write rows there.
    """
    place = edit.place
    demand(author.person, "write rows", place.partnership, place.owner)
    theirs: list[Mapping[str, Any]] = []

    def take_in(connection: Connection) -> Outcome:
        if former := done.before(connection, edit.once, author):
            return former
        stored = _stored(connection, edit)
        if edit.row is not None and stored is None:
            return Outcome(errors=(of_file(GONE),))
        if stored and stored["version"] != edit.version:
            theirs.append(stored)
            return Outcome(errors=(of_file(_changed(stored)),))
        reading = _reading(edit, stored)
        outcome = store_checked(connection, reading, place.owner, place.partnership, author)
        if edit.row is None and not outcome.errors and not outcome.new:
            return Outcome(errors=(_taken(edit),))
        if not outcome.errors:
            done.note(connection, edit.once, author, outcome)
        return outcome

    outcome = in_one_transaction(engine, take_in, Outcome(), dry_run=False)
    return Saved(outcome, theirs[0] if theirs else None)


def void(engine: Engine, edit: Edit, reason: str, author: Author) -> Saved:
    """Take a row out of every figure, with a reason; it stays in the history.

    Raises:
        DeniedError: The author may not write rows there.
    """
    place = edit.place
    demand(author.person, "write rows", place.partnership, place.owner)
    said = " ".join(reason.split())
    if not said or audit.taken_back(said) is not None:
        return Saved(Outcome(errors=(of_file(NOT_ONES_OWN if said else NO_REASON),)))
    with writing(engine) as connection:
        version.claim(connection)
        if former := done.before(connection, edit.once, author):
            return Saved(former)
        stored = _stored(connection, edit)
        if stored is None:
            return Saved(Outcome(errors=(of_file(GONE),)))
        if stored["version"] != edit.version:
            return Saved(Outcome(errors=(of_file(_changed(stored)),)), stored)
        if quarter := locks.is_signed(connection, place.sheet, stored):
            signed = RefusedError(f"This row was signed off for {quarter}.", locks.FIX)
            return Saved(Outcome(errors=(of_file(signed),)))
        outcome = Outcome(changed=1)
        carry_out(connection, author, voiding(place.sheet, stored, said, author))
        progress.noted(connection, author, {(place.partnership, place.owner): {place.sheet}})
        row_queries.review_changes(connection, [of_row(place.sheet, stored)], author)
        version.bump(connection, author)
        done.note(connection, edit.once, author, outcome)
    return Saved(outcome)


def _stored(connection: Connection, edit: Edit) -> Mapping[str, Any] | None:
    table = FACTS[edit.place.sheet]
    its_own = and_(
        table.c.id == edit.row,
        table.c.partnership == edit.place.partnership,
        table.c.owner == edit.place.owner,
        table.c.voided_at.is_(None),
    )
    found = connection.execute(select(table).where(its_own)).mappings().first()
    return dict(found) if found else None


def _reading(edit: Edit, stored: Mapping[str, Any] | None) -> Reading:
    """Return what was typed, under the key that the row has: a form doesn't rename a row."""
    sheet = SHEETS[edit.place.sheet]
    cells = dict(edit.cells)
    if stored:
        cells |= {name: str(stored[name]) for name in sheet.key}
    return form_input.reading(sheet, [cells])


def _taken(edit: Edit) -> Problem:
    """Return that a new row bears the key of another, which a form must not overwrite unseen."""
    key = SHEETS[edit.place.sheet].key
    column = key[0]
    other = "give this one a ref of its own" if column == "ref" else f"correct {' or '.join(key)}"
    return Problem(
        edit.place.sheet,
        None,
        column,
        "",
        edit.cells.get(column, ""),
        "There is such a row already.",
        f"Change that row, or {other}.",
    )


def _changed(stored: Mapping[str, Any]) -> RefusedError:
    return RefusedError(
        f"{stored['updated_by']} changed this row at {stored['updated_at']:%H:%M} UTC.",
        "Look at both, and choose.",
    )
