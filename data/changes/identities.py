"""Accounts of people whom another service knows."""

from dataclasses import dataclass

from sqlalchemy import Engine, insert, select

from data.changes import audit
from data.changes.author import Author
from data.engine import writing
from data.schema import APP_IDENTITY, APP_USER


@dataclass(frozen=True)
class Claims:
    """What another service says of somebody.

    Attributes:
        subject: What it calls them; never anybody else.
        email: Their address, if it vouches for that; else blank.
    """

    subject: str
    email: str


def recognise(engine: Engine, issuer: str, claims: Claims) -> int | None:
    """Return the account of somebody who signed on elsewhere; nothing if there is none.

    The first time an account is found by its address, and from then on by what the other service
    calls its owner: an address may be given to somebody else one day.
    """
    author = Author(claims.email or claims.subject, "system")
    with writing(engine) as connection:
        known = select(APP_IDENTITY.c.user_id).where(
            APP_IDENTITY.c.issuer == issuer, APP_IDENTITY.c.subject == claims.subject
        )
        if (user := connection.execute(known).scalar()) is not None:
            return int(user)
        linked = select(APP_IDENTITY.c.user_id).where(APP_IDENTITY.c.issuer == issuer)
        account = select(APP_USER.c.id, APP_USER.c.email).where(
            APP_USER.c.email == claims.email,
            APP_USER.c.disabled_at.is_(None),
            APP_USER.c.id.not_in(linked),
        )
        found = connection.execute(account).first() if claims.email else None
        if found is None:
            return None
        connection.execute(
            insert(APP_IDENTITY).values(
                issuer=issuer, subject=claims.subject, user_id=found.id, linked_at=author.at
            )
        )
        entry = audit.Entry("app_user", found.email, None, {"signs on with": issuer})
        audit.record(connection, author, [entry])
        return int(found.id)
