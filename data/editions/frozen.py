"""Rows as an edition keeps them: a line of JSON a table, the same on every database."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import orjson
from sqlalchemy import Table, select
from sqlalchemy.dialects.sqlite import dialect

from data.editions.selected_rows import REDUCED, Codes
from data.editions.tables_held import taken_of
from data.reader import Snapshot
from data.schema import APP_USER

SQLITE: Final = dialect()
# Columns that say who did something by the address of an account.
WHO: Final = frozenset({"updated_by", "by", "author", "confirmed_by"})
Value = Any
Convert = Callable[[Value], Value]


class DamagedError(Exception):
    """What was kept can't be unpacked."""


@dataclass(frozen=True)
class Frozen:
    """The rows of one table, in the order of its key.

    Attributes:
        name: Name of the table.
        columns: Names of its columns when they were taken.
        rows: Values as SQLite stores them, in the order of the columns.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]

    @property
    def line(self) -> bytes:
        """The same as JSON; equal rows are equal letters."""
        return orjson.dumps({"table": self.name, "columns": self.columns, "rows": self.rows})


def taken(snapshot: Snapshot, codes: Codes, report: str) -> list[Frozen]:
    """Return the rows of some partnerships' edition; accounts are named as readers know them.

    Args:
        snapshot: A state of the data.
        codes: Of the partnerships.
        report: Code of the definition that its packs are put together by.
    """
    users = snapshot.rows(select(APP_USER.c.email, APP_USER.c.name))
    names = {row.email: row.name for row in users}
    return [
        _frozen(table, snapshot.rows(statement), names)
        for table, statement in taken_of(codes, report)
    ]


def _frozen(table: Table, rows: Iterable[Sequence[Value]], names: Mapping[str, str]) -> Frozen:
    converts = [
        (place, convert)
        for place, column in enumerate(table.columns)
        if (convert := _convert(column, names))
    ]
    columns = [column.name for column in table.columns]
    key = [columns.index(column.name) for column in table.primary_key]
    found = [_stored(row, converts) for row in rows]
    # Databases order letters each in their own way; Python does so in one.
    found.sort(key=lambda row: [row[place] for place in key])
    return Frozen(table.name, columns, found)


def _stored(row: Sequence[Value], converts: Iterable[tuple[int, Convert]]) -> list[Value]:
    values = list(row)
    for place, convert in converts:
        values[place] = convert(values[place])
    return values


def _convert(column: Any, names: Mapping[str, str]) -> Convert | None:
    """Return what turns a column's values into what SQLite stores; nothing if they stay."""
    if column.name in WHO:
        return lambda who: names.get(who, "" if "@" in who else who)
    found: Convert | None = column.type.dialect_impl(SQLITE).bind_processor(SQLITE)
    reduced = REDUCED.get((column.table.name, column.name))
    if reduced and found:
        stored = found
        return lambda document: stored(reduced(document))
    return found


def packed(tables: Iterable[Frozen]) -> tuple[bytes, dict[str, str], str]:
    """Return tables as they are kept, the digest of each by name, and that of all of them."""
    lines = {each.name: each.line for each in tables}
    text = b"\n".join(lines.values())
    digests = {name: digest(line) for name, line in lines.items()}
    return zlib.compress(text), digests, digest(text)


def lines(kept: bytes) -> list[bytes]:
    """Return the lines of what was kept.

    Raises:
        DamagedError: It can't be unpacked.
    """
    return unpacked(kept).split(b"\n")


def unpacked(kept: bytes) -> bytes:
    """Return what was kept as it was before it was made smaller.

    Raises:
        DamagedError: It can't be.
    """
    try:
        return zlib.decompress(kept)
    except zlib.error as error:
        raise DamagedError from error


def tables(kept: bytes) -> Iterator[Frozen]:
    """Give back the tables that were kept.

    Raises:
        DamagedError: They can't be read.
    """
    for line in lines(kept):
        try:
            found = orjson.loads(line)
            yield Frozen(found["table"], found["columns"], found["rows"])
        except (orjson.JSONDecodeError, KeyError, TypeError) as error:
            raise DamagedError from error


def digest(text: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal digits."""
    return sha256(text).hexdigest()
