"""Links that let somebody in once: invitations, and ways back for who forgot a password."""

from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any, Final, Literal

from sqlalchemy import Connection, Engine, insert, select, update

from data.engine import reading, writing
from data.people.sessions import digest
from data.schema import APP_USER, ONE_TIME_LINK

Purpose = Literal["invitation", "reset"]
LASTS: Final = {"invitation": timedelta(days=7), "reset": timedelta(hours=1)}


def make(engine: Engine, user: int, purpose: Purpose, now: datetime) -> str:
    """Return the secret of a new link; those of the account made before no longer work."""
    secret = token_urlsafe(32)
    link = {"token_hash": digest(secret), "user_id": user, "purpose": purpose}
    with writing(engine) as connection:
        _use_up(connection, user, now)
        connection.execute(insert(ONE_TIME_LINK).values(**link, expires_at=now + LASTS[purpose]))
    return secret


def owner(engine: Engine, secret: str, now: datetime) -> Any:
    """Return ``id``, ``email``, ``name`` and ``role`` of whom a link lets in; nothing if nobody."""
    statement = (
        select(APP_USER.c.id, APP_USER.c.email, APP_USER.c.name, APP_USER.c.role)
        .join(ONE_TIME_LINK, ONE_TIME_LINK.c.user_id == APP_USER.c.id)
        .where(
            ONE_TIME_LINK.c.token_hash == digest(secret),
            ONE_TIME_LINK.c.used_at.is_(None),
            ONE_TIME_LINK.c.expires_at > now,
            APP_USER.c.disabled_at.is_(None),
        )
    )
    with reading(engine) as connection:
        return connection.execute(statement).first()


def use(engine: Engine, secret: str, now: datetime) -> bool:
    """Return whether a link was still good; from now on it isn't."""
    statement = (
        update(ONE_TIME_LINK)
        .where(
            ONE_TIME_LINK.c.token_hash == digest(secret),
            ONE_TIME_LINK.c.used_at.is_(None),
            ONE_TIME_LINK.c.expires_at > now,
        )
        .values(used_at=now)
    )
    with writing(engine) as connection:
        return connection.execute(statement).rowcount == 1


def _use_up(connection: Connection, user: int, now: datetime) -> None:
    connection.execute(
        update(ONE_TIME_LINK)
        .where(ONE_TIME_LINK.c.user_id == user, ONE_TIME_LINK.c.used_at.is_(None))
        .values(used_at=now)
    )
