"""Take back a change, or all that came in one file, unless somebody has gone on from there."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, select, update

from data.changes import audit, known, locks, progress, row_queries, version
from data.changes.author import Author
from data.changes.raised_queries import Touched, of_row
from data.changes.replacing import Replacement, carry_out, voiding
from data.engine import writing
from data.people.rights import DeniedError, demand
from data.returns.circles import comes_back, own_links
from data.returns.problems import RefusedError
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Sheet
from data.schema import AUDIT, FACTS, UPLOAD

ROWS: Final = AUDIT.c.table.in_(SHEETS)
VOIDED: Final = "voided_at"
DENIED: Final = "write rows"
NOTHING: Final = RefusedError("There is nothing to undo.", "Load the page again.")
NAMED: Final = 10


def undo(engine: Engine, author: Author, sequence: int) -> Mapping[str, Any]:
    """Take back one change of one row; return the row as it was stored until then.

    Raises:
        DeniedError: The author may not write that row, or there is no such change.
        RefusedError: The row was changed since, or was signed off.
    """
    with writing(engine) as connection:
        version.claim(connection)
        entry = connection.execute(select(AUDIT).where(AUDIT.c.sequence == sequence, ROWS)).first()
        if entry is None:
            # Whether there is such a change is nobody's business who may not undo it.
            raise DeniedError(DENIED)
        _demand(author, entry)
        _refuse_later(connection, [entry])
        former = _reverse(connection, entry, author)
        _finish(connection, author, [of_row(entry.table, former)])
    return former


def last_of(engine: Engine, author: Author, sheet: str, partnership: str, owner: str) -> int:
    """Return the last change that somebody made of an organisation's rows; nought if none.

    What was undone already is passed over, so that one goes back step by step.
    """
    here = AUDIT.c.row.startswith(f"{partnership}/{owner}/", autoescape=True)
    statement = select(AUDIT.c.sequence, AUDIT.c.reason, AUDIT.c.who).where(
        AUDIT.c.table == sheet, here
    )
    with engine.connect() as connection:
        lines = connection.execute(statement.order_by(AUDIT.c.sequence)).all()
    mine = {line.sequence for line in lines if line.who == author.who}
    return max(_standing(lines) & mine, default=0)


def undo_upload(engine: Engine, author: Author, number: int) -> int:
    """Take back all that came in one file; return how many rows that were.

    Raises:
        DeniedError: The author may not write all of its rows, or there is no such file.
        RefusedError: Rows were changed since or signed off, or it was undone already.
    """
    with writing(engine) as connection:
        version.claim(connection)
        entries = connection.execute(
            select(AUDIT).where(AUDIT.c.upload == number, ROWS).order_by(AUDIT.c.sequence.desc())
        ).all()
        if not entries:
            raise DeniedError(DENIED)
        for entry in entries:
            _demand(author, entry)
        its_own = (UPLOAD.c.id == number, UPLOAD.c.undone_at.is_(None))
        done = update(UPLOAD).where(*its_own).values(undone_at=author.at, undone_by=author.who)
        if not connection.execute(done).rowcount:
            raise NOTHING
        _refuse_later(connection, entries)
        formers = [of_row(entry.table, _reverse(connection, entry, author)) for entry in entries]
        _finish(connection, author, formers)
    return len(entries)


def _demand(author: Author, entry: Any) -> None:
    partnership, owner, *_ = entry.row.split("/")
    demand(author.person, "write rows", partnership, owner)


def _refuse_later(connection: Connection, entries: Sequence[Any]) -> None:
    """Refuse, if a row has a later change than the one that is to be taken back."""
    later = []
    for entry in entries:
        lines = connection.execute(
            select(AUDIT.c.sequence, AUDIT.c.reason)
            .where(AUDIT.c.table == entry.table, AUDIT.c.row == entry.row)
            .order_by(AUDIT.c.sequence)
        ).all()
        if entry.sequence not in (lines[-1].sequence, max(_standing(lines), default=0)):
            later.append(f"{entry.table} {entry.row.split('/', 2)[2]}")
    if later:
        more = f" and {len(later) - NAMED} more" if len(later) > NAMED else ""
        raise RefusedError(
            f"Changed since, so nothing was undone: {', '.join(later[:NAMED])}{more}.",
            "Undo the later changes first, or correct the rows.",
        )


def _standing(lines: Sequence[Any]) -> set[int]:
    """Return the changes that stand: those that no later one has taken back, in their order."""
    standing: set[int] = set()
    reverses: dict[int, int] = {}
    for line in lines:
        taken_back = audit.taken_back(line.reason)
        if taken_back is None:
            standing.add(line.sequence)
            continue
        reverses[line.sequence] = taken_back
        if taken_back in reverses:
            # It took back what had been taken back, so that stands again.
            standing.add(reverses[taken_back])
        standing.discard(taken_back)
    return standing


def _reverse(connection: Connection, entry: Any, author: Author) -> Mapping[str, Any]:
    """Put a row back; return it as it was stored until then."""
    stored = _stored(connection, entry)
    if quarter := locks.is_signed(connection, entry.table, stored):
        raise RefusedError(f"{entry.row} was signed off for {quarter}.", locks.FIX)
    reason = audit.undo_of(entry.sequence)
    if entry.before is None:
        carry_out(connection, author, voiding(entry.table, stored, reason, author))
        return stored
    values = {name: _typed(entry.table, name, value) for name, value in entry.before.items()}
    carry_out(connection, author, Replacement(entry.table, stored, values, reason))
    return stored


def _stored(connection: Connection, entry: Any) -> Mapping[str, Any]:
    table, sheet = FACTS[entry.table], SHEETS[entry.table]
    partnership, owner, key = entry.row.split("/", 2)
    # Only a census has two parts to its key, and neither of them can hold a slash.
    parts = [key] if len(sheet.key) == 1 else key.split("/")
    its_own = [
        table.c[name] == _typed(entry.table, name, part)
        for name, part in zip(sheet.key, parts, strict=True)
    ]
    found = connection.execute(
        select(table).where(table.c.partnership == partnership, table.c.owner == owner, *its_own)
    ).mappings()
    return dict(found.one())


def _typed(sheet: str, name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == VOIDED:
        return datetime.fromisoformat(value)
    declared = SHEETS[sheet]
    if declared.has(name) and declared.column(name).kind == "date":
        return date.fromisoformat(value)
    return value


def _finish(connection: Connection, author: Author, touched: Sequence[Touched]) -> None:
    changed: dict[tuple[str, str], set[str]] = {}
    for one in touched:
        partnership, owner, *_ = one.identity
        changed.setdefault((partnership, owner), set()).add(one.sheet)
    for sheet in {one.sheet for one in touched}:
        _refuse_circles(connection, SHEETS[sheet])
    progress.noted(connection, author, changed)
    row_queries.review_changes(connection, touched, author)
    version.bump(connection, author)


def _refuse_circles(connection: Connection, sheet: Sheet) -> None:
    """Refuse, if rows as they stand now are part of themselves by way of others."""
    for link in own_links(sheet):
        named = known.named(connection, sheet, link.column)
        for partnership, owner, ref in named:
            if comes_back(named, (partnership, owner, ref)):
                raise RefusedError(
                    f"Nothing was undone: {ref} would lead back to itself by {link.column}.",
                    "Undo the later changes first, or correct the rows.",
                )
