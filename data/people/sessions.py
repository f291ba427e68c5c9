"""Sessions as the database keeps them, for every process alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update

from data.engine import hurried, reading, writing
from data.schema import APP_SESSION

# Every request asks for it, and making a statement takes longer than what it asks.
ALIVE: Final = select(APP_SESSION.c.data).where(
    APP_SESSION.c.id == bindparam("key"), APP_SESSION.c.expires_at > bindparam("now")
)


@dataclass(frozen=True)
class Kept:
    """What is kept of a session.

    Attributes:
        data: What it holds.
        expires_at: When it ends if nothing is done in it.
        user: Id of the account, once somebody signed in.
    """

    data: Mapping[str, Any]
    expires_at: datetime
    user: int | None = None


def digest(secret: str) -> str:
    """Return what is stored of a secret, so that who reads the table can't use it."""
    return sha256(secret.encode()).hexdigest()


def find(engine: Engine, key: str, now: datetime) -> Mapping[str, Any] | None:
    """Return what a session holds; nothing if it has ended or never was."""
    with reading(engine) as connection:
        given = {"key": digest(key), "now": now}
        found: Mapping[str, Any] | None = connection.execute(ALIVE, given).scalar()
    return found


def begin(engine: Engine, key: str, kept: Kept) -> None:
    """Keep a new session."""
    with writing(engine) as connection:
        connection.execute(
            insert(APP_SESSION).values(
                id=digest(key), data=dict(kept.data), user_id=kept.user, expires_at=kept.expires_at
            )
        )


def go_on(engine: Engine, key: str, kept: Kept) -> None:
    """Keep what is new in a session; one that ended meanwhile stays ended.

    Somebody may be loading a large file just then; whoever only reads must not wait for it.

    Raises:
        DatabaseError: Somebody else is writing.
    """
    with hurried(engine) as connection:
        connection.execute(
            update(APP_SESSION)
            .where(APP_SESSION.c.id == digest(key))
            .values(data=dict(kept.data), user_id=kept.user, expires_at=kept.expires_at)
        )


def end(engine: Engine, key: str) -> None:
    """End one session; a copy of its cookie is worth nothing from now on."""
    with writing(engine) as connection:
        connection.execute(delete(APP_SESSION).where(APP_SESSION.c.id == digest(key)))


def end_all(connection: Connection, user: int) -> None:
    """End every session of an account, in the transaction of what ends them."""
    connection.execute(delete(APP_SESSION).where(APP_SESSION.c.user_id == user))


def forget_old(engine: Engine, now: datetime) -> None:
    """Delete sessions that have expired."""
    with writing(engine) as connection:
        connection.execute(delete(APP_SESSION).where(APP_SESSION.c.expires_at <= now))
