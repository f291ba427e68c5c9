"""What of an edition's record and rows is not as it was when it was made."""

from collections.abc import Iterator
from dataclasses import asdict

import orjson
from sqlalchemy import select

from data.editions import digests
from data.editions.edition import RECORDED, Edition
from data.editions.frozen import DamagedError, digest, lines, unpacked
from data.reader import Snapshot
from data.schema import AUDIT


def of_record(snapshot: Snapshot, edition: Edition, before: Edition | None) -> Iterator[str]:
    """Yield what is not as it was in the record, as sentences."""
    if edition.number != (before.number if before else 0) + 1:
        yield "The edition before it is missing."
        return
    previous = before.record_sha256 if before else digests.NONE_BEFORE
    if digests.of_record(asdict(edition), previous) == edition.record_sha256:
        return
    changed = _changed(snapshot, edition)
    for name in changed:
        yield f"The record is not as it was made: {name} differs from what the history holds."
    if not changed:
        yield "The record is not as it was made, or the one before it is not: its checksum differs."


def _changed(snapshot: Snapshot, edition: Edition) -> list[str]:
    """Return the columns that the history remembers otherwise."""
    statement = select(AUDIT.c.after).where(
        AUDIT.c.table == "edition", AUDIT.c.row == str(edition.number)
    )
    found = snapshot.rows(statement)
    then = found[0].after if found else {}
    now = digests.plain(asdict(edition))
    return [name for name in RECORDED if name in then and then[name] != now[name]]


def of_rows(edition: Edition, rows: bytes) -> Iterator[str]:
    """Yield what is not as it was in the rows, as sentences."""
    try:
        text = unpacked(rows)
    except DamagedError:
        yield "The rows can't be unpacked."
        return
    if digest(text) == edition.rows_sha256:
        return
    names = [name for line in lines(rows) if (name := _other(edition, line))]
    for name in names:
        yield f"The rows of {name} are not those that were kept: their checksum differs."
    if not names:
        yield "The rows are not those that were kept: their checksum differs."


def _other(edition: Edition, line: bytes) -> str:
    """Return the name of a table whose rows are not those that were kept; else nothing."""
    try:
        name = str(orjson.loads(line)["table"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return "a table that can't be read"
    return "" if edition.tables.get(name) == digest(line) else name
