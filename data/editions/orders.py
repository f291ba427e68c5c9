"""Orders of editions, as they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Engine, Row, select

from data.editions.wanted import Wanted, from_json
from data.engine import reading
from data.schema import EDITION_ORDER
from data.schema.editions import STEPS

ASKED: Final = STEPS[0]
# Whoever is to take an order up comes sooner than that; whoever is at it is heard of sooner.
COMING: Final = timedelta(seconds=20)
SILENT: Final = timedelta(seconds=60)
TABLE: Final = EDITION_ORDER.c


@dataclass(frozen=True)
class Order:
    """An edition that somebody asked for.

    Attributes:
        id: What it is called in addresses.
        user_id: Number of the account that asked.
        once: Tells the request from every other.
        wanted: What they asked for.
        seen: The data version that they looked at.
        asked_at: When they asked, in UTC.
        step: What is done at present, one of ``STEPS``.
        done: How much of it is done.
        whole: Of how much; nought where that can't be told.
        begun: How often it was begun.
        heard_at: When whoever works on it was last heard of.
        ended_at: When it ended; nothing while it has not.
        edition: Number of the edition, once it is kept.
        problem: Why there is none.
        fix: What to do about it.
        risks: By figure, its cells that tell of few people, in words; nothing until they were
            looked for.
        tried: By form, the size of its file in bytes, and what of it could not be made.
    """

    id: str
    user_id: int
    once: str
    wanted: Wanted
    seen: int
    asked_at: datetime
    step: str
    done: int
    whole: int
    begun: int
    heard_at: datetime
    ended_at: datetime | None
    edition: int | None
    problem: str | None
    fix: str | None
    risks: Mapping[str, Sequence[str]] | None
    tried: Mapping[str, Mapping[str, Any]]

    def is_free(self, now: datetime) -> bool:
        """Return whether it has not ended, and nobody is at it."""
        silent = now - self.heard_at > SILENT
        return self.ended_at is None and (self.step == ASKED or silent)

    def is_forgotten(self, now: datetime) -> bool:
        """Return whether it is free, and nobody comes to take it up either."""
        return self.is_free(now) and now - self.heard_at > COMING


COLUMNS: Final = tuple(TABLE[each.name] for each in fields(Order))


def find(engine: Engine, name: str) -> Order | None:
    """Return an order; nothing where none is called so."""
    return next(iter(_found(engine, TABLE.id == name)), None)


def unfinished(engine: Engine) -> list[Order]:
    """Return every order that has not ended, the latest first."""
    return _found(engine, TABLE.ended_at.is_(None))


def without_edition(engine: Engine, user: int | None, since: datetime) -> list[Order]:
    """Return somebody's orders since a moment that are no edition, or not yet; the latest first."""
    return _found(engine, TABLE.user_id == user, TABLE.asked_at > since, TABLE.edition.is_(None))


def of_edition(engine: Engine, number: int) -> Order | None:
    """Return the order that became an edition; nothing where a command made it."""
    return next(iter(_found(engine, TABLE.edition == number)), None)


def _found(engine: Engine, *conditions: ColumnElement[bool]) -> list[Order]:
    statement = select(*COLUMNS).where(*conditions).order_by(TABLE.asked_at.desc())
    with reading(engine) as connection:
        return [order(row) for row in connection.execute(statement)]


def order(row: Row[Any]) -> Order:
    """Return an order from a row that has ``COLUMNS``."""
    read = {"wanted": from_json(row.wanted), "tried": row.tried or {}}
    return Order(**{**row._mapping, **read})
