"""Tokens that let programs in: what there is of them, and whom each stands for."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, select, update

from data.engine import hurried, reading
from data.people import person
from data.people.person import Person
from data.people.sessions import digest
from data.schema import API_TOKEN, API_TOKEN_SCOPE


@dataclass(frozen=True)
class Token:
    """A token, as its owner sees it; nobody sees the secret again.

    Attributes:
        id: Tells it apart.
        name: What its owner calls it.
        reads_rows: Whether it reads rows too, as far as its owner does.
        made_at: When it was made.
        expires_at: When it ends.
        last_used_at: When it was used last, to the minute.
        revoked_at: When its owner ended it.
        partnerships: Codes of those it reads; none means all of its owner's.
    """

    id: int
    name: str
    reads_rows: bool
    made_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None
    partnerships: frozenset[str] = frozenset()

    def is_alive(self, now: datetime) -> bool:
        """Return whether it still lets somebody in."""
        return self.revoked_at is None and now < self.expires_at


COLUMNS = tuple(API_TOKEN.c[name] for name in Token.__dataclass_fields__ if name != "partnerships")


def of(engine: Engine, owner: Person) -> list[Token]:
    """Return every token that somebody ever made, the newest first."""
    with reading(engine) as connection:
        found = _tokens(connection, API_TOKEN.c.user_id == owner.id)
    return sorted(found, key=lambda token: token.id, reverse=True)


def holder(engine: Engine, secret: str, now: datetime) -> tuple[Token, Person] | None:
    """Return the token of a secret, and its owner as far as it reaches.

    There is nothing where it was never made, has ended or was revoked, nor where its owner's
    account is disabled.
    """
    is_it = API_TOKEN.c.token_hash == digest(secret)
    with reading(engine) as connection:
        token = next(iter(_tokens(connection, is_it)), None)
        if token is None or not token.is_alive(now):
            return None
        user = connection.execute(select(API_TOKEN.c.user_id).where(is_it)).scalar_one()
        owner = person.load(connection, user)
    if owner is None:
        return None
    return token, owner.narrowed(token.partnerships, figures_only=not token.reads_rows)


def note_use(engine: Engine, token: Token, now: datetime) -> None:
    """Note that a token was used.

    Raises:
        DatabaseError: Somebody else is writing; whoever only reads does not wait for that.
    """
    with hurried(engine) as connection:
        connection.execute(
            update(API_TOKEN).where(API_TOKEN.c.id == token.id).values(last_used_at=now)
        )


def _tokens(connection: Connection, wanted: ColumnElement[bool]) -> list[Token]:
    rows = connection.execute(select(*COLUMNS).where(wanted)).all()
    scopes: dict[int, set[str]] = defaultdict(set)
    reached: Any = connection.execute(
        select(API_TOKEN_SCOPE)
        .join(API_TOKEN, API_TOKEN.c.id == API_TOKEN_SCOPE.c.token_id)
        .where(wanted)
    )
    for scope in reached:
        scopes[scope.token_id].add(scope.partnership)
    return [Token(**row._mapping, partnerships=frozenset(scopes[row.id])) for row in rows]
