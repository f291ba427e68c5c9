"""Make and revoke the tokens that let one's own programs in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any, Final

from sqlalchemy import Connection, Engine, insert, select, update

from data import access
from data.changes.author import Author
from data.changes.people import tell
from data.changes.personal_items import claim, named
from data.engine import writing
from data.people.person import Person
from data.people.rights import DeniedError
from data.people.sessions import digest
from data.returns.problems import RefusedError, shown
from data.schema import API_TOKEN, API_TOKEN_SCOPE, PARTNERSHIP
from data.schema.tokens import LONGEST_NAME

# A year from today, and what is left of the day.
LONGEST: Final = timedelta(days=366)
MOST: Final = 20
# So that whoever finds one in a file knows what it is, and so do tools that look for secrets.
PREFIX: Final = "tpd_"
RIGHT: Final = "make a token"
NO_ROWS: Final = RefusedError(
    "You read figures alone, so a token of yours can't read rows.", "Choose figures alone."
)


@dataclass(frozen=True)
class New:
    """A token to be.

    Attributes:
        name: What its owner calls it.
        expires_at: When it ends.
        reads_rows: Whether it reads rows too, or figures alone.
        partnerships: Codes of those it reads; none means all of its owner's.
    """

    name: str
    expires_at: datetime
    reads_rows: bool = False
    partnerships: Collection[str] = ()


def make(engine: Engine, author: Author, new: New) -> str:
    """Make a token, and return its secret, of which a digest alone is kept.

    Raises:
        DeniedError: The author has no account.
        RefusedError: The name is blank, too long or taken, the end has passed or is more than
            a year away, it would reach further than its owner, or there are too many.
    """
    name = named(new.name, LONGEST_NAME)
    _refuse_other_days(new.expires_at, author.at)
    if new.reads_rows and not access.reads_rows(author.person):
        raise NO_ROWS
    secret = PREFIX + token_urlsafe(32)
    with writing(engine) as connection:
        user = claim(connection, author, RIGHT)
        _refuse_more(_alive(connection, user, author.at), name)
        _refuse_further(connection, author.person, new.partnerships)
        values = {
            "user_id": user,
            "name": name,
            "token_hash": digest(secret),
            "reads_rows": new.reads_rows,
            "made_at": author.at,
            "expires_at": new.expires_at,
        }
        added = insert(API_TOKEN).values(values).returning(API_TOKEN.c.id)
        number = connection.execute(added).scalar_one()
        scopes = [{"token_id": number, "partnership": code} for code in set(new.partnerships)]
        if scopes:
            connection.execute(insert(API_TOKEN_SCOPE), scopes)
        tell(connection, author, author.person.email, None, _written(name, new))
    return secret


def revoke(engine: Engine, author: Author, number: int) -> None:
    """End a token, from the next request on.

    Raises:
        DeniedError: It is none of the author's.
    """
    with writing(engine) as connection:
        user = claim(connection, author, RIGHT)
        its_own = (API_TOKEN.c.id == number, API_TOKEN.c.user_id == user)
        token = connection.execute(select(API_TOKEN).where(*its_own)).first()
        if token is None:
            raise DeniedError(RIGHT)
        if token.revoked_at is None:
            ended = update(API_TOKEN).where(*its_own).values(revoked_at=author.at)
            connection.execute(ended)
            tell(connection, author, author.person.email, {"token": token.name}, {"token": None})


def _refuse_other_days(ends: datetime, now: datetime) -> None:
    if not now < ends <= now + LONGEST:
        raise RefusedError(
            "A token lasts until today at least, and a year at most.", "Choose another last day."
        )


def _refuse_further(connection: Connection, owner: Person, codes: Collection[str]) -> None:
    known = set(connection.scalars(select(PARTNERSHIP.c.code).where(PARTNERSHIP.c.code.in_(codes))))
    for code in codes:
        if code not in known or not (owner.reach is None or code in owner.reach):
            raise RefusedError(
                f"There is no partnership “{shown(code)}” that you read.", "Choose one of yours."
            )


def _refuse_more(alive: Collection[str], name: str) -> None:
    if name in alive:
        raise RefusedError(
            f"You have a token called “{name}” already.",
            "Give this one another name, or revoke that one first.",
        )
    if len(alive) >= MOST:
        raise RefusedError(f"You have {MOST} tokens, and that is all.", "Revoke one first.")


def _alive(connection: Connection, user: int, now: datetime) -> list[str]:
    its_own = (
        API_TOKEN.c.user_id == user,
        API_TOKEN.c.revoked_at.is_(None),
        API_TOKEN.c.expires_at > now,
    )
    return list(connection.scalars(select(API_TOKEN.c.name).where(*its_own)))


def _written(name: str, new: New) -> dict[str, Any]:
    return {
        "token": name,
        "reads": "figures and rows" if new.reads_rows else "figures",
        "partnerships": sorted(set(new.partnerships)) or "all of theirs",
        "expires_at": new.expires_at,
    }
