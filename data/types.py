"""Column types that mean the same on SQLite (STRICT tables) and on PostgreSQL."""

import json
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import REAL, BigInteger, Date, DateTime, Dialect, Integer, Text
from sqlalchemy.dialects.postgresql import DOUBLE_PRECISION, JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine


class Day(TypeDecorator[date]):
    """A calendar day: ISO text on SQLite, so that text order is date order; ``DATE`` elsewhere."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database knows."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Return what is stored."""
        return value.isoformat() if value and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Return the day that was stored."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class Stamp(TypeDecorator[datetime]):
    """A moment in UTC: ISO text on SQLite, ``TIMESTAMPTZ`` elsewhere."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database knows."""
        sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(Text() if sqlite else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Return what is stored: a moment without a zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A stored moment needs a time zone.")
        utc = value.astimezone(UTC)
        return utc.isoformat(timespec="microseconds") if dialect.name == "sqlite" else utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the moment, in UTC."""
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        return value.astimezone(UTC) if isinstance(value, datetime) else None


class Flag(TypeDecorator[bool]):
    """True or false, kept as 1 or 0 on both databases so that checks read alike."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Return 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Return true or false."""
        return None if value is None else bool(value)


class Payload(TypeDecorator[Any]):
    """A small document: JSON text on SQLite, ``JSONB`` elsewhere."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database knows."""
        # Nothing at all is no document, rather than one that says "null".
        stored = Text() if dialect.name == "sqlite" else JSONB(none_as_null=True)
        return dialect.type_descriptor(stored)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Return what is stored."""
        if value is None or dialect.name != "sqlite":
            return value
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Return the document."""
        return json.loads(value) if isinstance(value, str) else value


def real() -> TypeEngine[float]:
    """Return the type of a decimal number: eight bytes on both databases."""
    return REAL().with_variant(DOUBLE_PRECISION(), "postgresql")


def pence() -> TypeEngine[int]:
    """Return the type of money: a whole number of pence."""
    return Integer().with_variant(BigInteger(), "postgresql")
