"""How often somebody tried to sign in lately, counted for all processes and over restarts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Engine, delete, func, insert, select

from data.engine import reading, writing
from data.people.sessions import digest
from data.schema import SIGN_IN_TRY

SPAN: Final = timedelta(minutes=5)
# Councils send everybody through one address, so that may be tried more often.
MOST_OF_ACCOUNT: Final = 5
MOST_OF_ADDRESS: Final = 49


@dataclass(frozen=True)
class Try:
    """One try.

    Attributes:
        number: Later ones have higher numbers.
        account: A digest of what was typed; there need be no such account.
        address: Where it came from.
        at: When it began.
    """

    number: int
    account: str
    address: str
    at: datetime


def begin(engine: Engine, account: str, address: str, now: datetime) -> Try:
    """Count a try, and return it."""
    values = {"at": now, "account": digest(account), "address": address}
    with writing(engine) as connection:
        connection.execute(delete(SIGN_IN_TRY).where(SIGN_IN_TRY.c.at <= now - SPAN))
        made = insert(SIGN_IN_TRY).values(values).returning(SIGN_IN_TRY.c.id)
        number: int = connection.execute(made).scalar_one()
    return Try(number, digest(account), address, now)


def wait(engine: Engine, made: Try) -> int:
    """Return the seconds until a try may be made; nought if at once.

    Tries that began later don't count, so that of many at the same moment the first ones pass.
    """
    of_account = _wait(engine, made, SIGN_IN_TRY.c.account == made.account, MOST_OF_ACCOUNT)
    of_address = _wait(engine, made, SIGN_IN_TRY.c.address == made.address, MOST_OF_ADDRESS)
    return max(of_account, of_address)


def withdraw(engine: Engine, made: Try) -> None:
    """Take back a try that was not let through, so that waiting is not made longer by trying."""
    with writing(engine) as connection:
        connection.execute(delete(SIGN_IN_TRY).where(SIGN_IN_TRY.c.id == made.number))


def forgive(engine: Engine, made: Try) -> None:
    """Forget an account's tries: its owner came in."""
    with writing(engine) as connection:
        connection.execute(delete(SIGN_IN_TRY).where(SIGN_IN_TRY.c.account == made.account))


def _wait(engine: Engine, made: Try, alike: ColumnElement[bool], most: int) -> int:
    earlier = (alike, SIGN_IN_TRY.c.id < made.number, SIGN_IN_TRY.c.at > made.at - SPAN)
    statement = select(func.count(), func.min(SIGN_IN_TRY.c.at)).where(*earlier)
    with reading(engine) as connection:
        count, first = connection.execute(statement).one()
    return 0 if count < most else max(1, int((first + SPAN - made.at).total_seconds()))
