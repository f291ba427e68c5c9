"""Forget who left: a pseudonym in the place of name and address, once a setting's time is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, Table, and_, delete, func, or_, select, update

from data.calendar import months_later
from data.changes import version
from data.changes.author import Author
from data.engine import reading, writing
from data.people.rights import demand
from data.protection.found import says
from data.protection.opening import Record, opened
from data.schema import (
    ACTION,
    APP_IDENTITY,
    APP_SESSION,
    APP_USER,
    AUDIT,
    LAST_LOOK,
    METADATA,
    ONE_TIME_LINK,
    SAVED_VIEW,
    SETTING,
)

MONTHS: Final = "account_retention_months"
FORGOTTEN: Final = "@forgotten.invalid"
# Columns that say who by the address of an account, or by its name.
WHO: Final = frozenset(
    {"who", "by", "updated_by", "made_by", "undone_by", "sent_by", "author", "recipient", "account"}
)
# What only the account itself needs.
THEIRS: Final = (APP_IDENTITY, APP_SESSION, ONE_TIME_LINK, SAVED_VIEW, LAST_LOOK)
# Tables that nothing may change, and where who did something is part of what is proven.
STAY: Final = frozenset({"erasure", "edition"})


@dataclass(frozen=True)
class Leaver:
    """An account whose time is over.

    Attributes:
        id: Of the account.
        email: Its address.
        name: Its name.
        pseudonym: What stands in the place of both from then on.
    """

    id: int
    email: str
    name: str

    @property
    def pseudonym(self) -> str:
        """A name that says no more than which account it was."""
        return f"former-user-{self.id}"


def due(engine: Engine, now: datetime) -> list[Leaver]:
    """Return the accounts that were disabled longer ago than the setting allows to know them."""
    with reading(engine) as connection:
        return list(_due(connection, now))


def forget(engine: Engine, author: Author) -> list[Leaver]:
    """Put a pseudonym in the place of each such account, wherever it did something.

    No row goes but what only they had use for: their sessions, links, saved views and looks.

    Raises:
        DeniedError: The author may not.
    """
    demand(author.person, "administer")
    with writing(engine) as connection:
        version.claim(connection)
        leavers = list(_due(connection, author.at))
        for leaver in leavers:
            record = Record("account", leaver.pseudonym, "Its time of retention is over")
            with opened(connection, author, record) as counts:
                counts.update(_forget(connection, leaver))
        if leavers:
            version.bump(connection, author)
    return leavers


def _due(connection: Connection, now: datetime) -> Iterator[Leaver]:
    rule = select(SETTING.c.value).where(
        SETTING.c.key == MONTHS, SETTING.c.valid_from <= now.date()
    )
    months = connection.execute(rule.order_by(SETTING.c.valid_from.desc())).scalars().first()
    left = select(APP_USER.c.id, APP_USER.c.email, APP_USER.c.name, APP_USER.c.disabled_at)
    known = APP_USER.c.disabled_at.is_not(None) & ~APP_USER.c.email.endswith(FORGOTTEN)
    for row in connection.execute(left.where(known).order_by(APP_USER.c.id)):
        if months and months_later(row.disabled_at.date(), int(months)) <= now.date():
            yield Leaver(row.id, row.email, row.name)


def _forget(connection: Connection, leaver: Leaver) -> dict[str, int]:
    """Return how many rows of each table name them no more."""
    for table in THEIRS:
        connection.execute(delete(table).where(table.c.user_id == leaver.id))
    names = _names(connection, leaver)
    counts = {AUDIT.name: _in_history(connection, leaver, names)}
    for table in METADATA.sorted_tables:
        if table.name not in STAY:
            changed = sum(_in_column(connection, column, leaver, names) for column in _who(table))
            counts[table.name] = counts.get(table.name, 0) + changed
    blank = {"password_hash": None, "totp_step": None, "totp_secret": None}
    named = {"email": leaver.pseudonym + FORGOTTEN, "name": leaver.pseudonym}
    connection.execute(update(APP_USER).where(APP_USER.c.id == leaver.id).values(blank | named))
    return {name: count for name, count in counts.items() if count}


def _who(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column.name in WHO or column is ACTION.c.owner]


def _names(connection: Connection, leaver: Leaver) -> list[str]:
    """Return what they are called: not by their name, where somebody else has the same."""
    called = select(func.count()).select_from(APP_USER).where(APP_USER.c.name == leaver.name)
    alone = connection.execute(called).scalar_one() == 1
    return [leaver.email, leaver.name] if alone else [leaver.email]


def _in_column(
    connection: Connection, column: Column[Any], leaver: Leaver, names: list[str]
) -> int:
    named = update(column.table).where(column.in_(names))
    return connection.execute(named.values({column.name: leaver.pseudonym})).rowcount


def _in_history(connection: Connection, leaver: Leaver, names: list[str]) -> int:
    """Take address and name out of what entries say: those of their account, and all others."""
    theirs = and_(AUDIT.c.table == APP_USER.name, AUDIT.c.row == leaver.email)
    told = [says(column, name) for column in (AUDIT.c.before, AUDIT.c.after) for name in names]
    # What an edition was when it was made is proven by its entry.
    others = AUDIT.c.table.not_in(STAY)
    entries = connection.execute(select(AUDIT).where(or_(theirs, *told), others)).all()
    for entry in entries:
        account = entry.table == APP_USER.name and entry.row == leaver.email
        meant = [leaver.email, leaver.name] if account else names
        values = {
            "row": leaver.pseudonym if account else entry.row,
            "before": _without(entry.before, meant, leaver),
            "after": _without(entry.after, meant, leaver),
        }
        its_own = AUDIT.c.sequence == entry.sequence
        connection.execute(update(AUDIT).where(its_own).values(values))
    return len(entries)


def _without(document: Any, names: list[str], leaver: Leaver) -> Any:
    return document and {
        part: leaver.pseudonym if value in names else value for part, value in document.items()
    }
