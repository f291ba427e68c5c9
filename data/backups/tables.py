"""The tables of a database as it stands, whatever its revision, and their values as text."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from warnings import catch_warnings, simplefilter

from sqlalchemy import Connection, LargeBinary, MetaData, Table
from sqlalchemy.exc import SAWarning
from sqlalchemy.types import JSON, Date, DateTime, TypeEngine

from data.revision import STANDS_AT

# Who was signed in, and links that let somebody in once: neither may come alive again.
LEFT_OUT: Final = frozenset({STANDS_AT.name, "app_session", "one_time_link"})
Convert = Callable[[Any], Any]
Values = Sequence[Any]


def found(connection: Connection) -> MetaData:
    """Return all tables, each before those that refer to it."""
    metadata = MetaData()
    with catch_warnings():
        # It can't read an index over an expression, and nothing here asks for indexes.
        simplefilter("ignore", SAWarning)
        metadata.reflect(connection)
    return metadata


def kept(metadata: MetaData) -> list[Table]:
    """Return the tables that a backup keeps, each before those that refer to it."""
    return [table for table in metadata.sorted_tables if table.name not in LEFT_OUT]


def as_text(table: Table) -> Convert:
    """Return what turns a row of a table into values of JSON, the same on every database."""
    return _each({place: _text_of(column.type) for place, column in enumerate(table.columns)})


def as_given(table: Table, names: Iterable[str]) -> Convert:
    """Return what turns values of JSON into those that the database takes, in the same order."""
    types = [table.columns[name].type for name in names]
    return _each({place: _bytes_of(each) for place, each in enumerate(types)})


def as_settled(table: Table, names: Iterable[str]) -> Convert:
    """Return what turns values of JSON into those that the database will say it holds."""
    types = [table.columns[name].type for name in names]
    settle = {place: _settled for place, each in enumerate(types) if isinstance(each, JSON)}
    return _each(settle)


def _each(converts: Mapping[int, Convert | None]) -> Convert:
    wanted = [(place, convert) for place, convert in converts.items() if convert]

    def converted(row: Values) -> tuple[Any, ...]:
        values = list(row)
        for place, convert in wanted:
            if values[place] is not None:
                values[place] = convert(values[place])
        return tuple(values)

    return converted


def _text_of(kind: TypeEngine[Any]) -> Convert | None:
    if isinstance(kind, JSON):
        return _document
    if isinstance(kind, DateTime):
        return _moment
    if isinstance(kind, Date):
        return date.isoformat
    return _written if isinstance(kind, LargeBinary) else None


def _bytes_of(kind: TypeEngine[Any]) -> Convert | None:
    return b64decode if isinstance(kind, LargeBinary) else None


def _document(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _settled(text: str) -> str:
    return _document(json.loads(text))


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _written(value: bytes) -> str:
    return b64encode(value).decode()
