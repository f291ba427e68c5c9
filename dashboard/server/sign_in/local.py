"""Signing in with a password: as slow for an unknown account as for a known one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.server import passwords
from data.changes import credentials
from data.engine import Engine
from data.people import accounts, tries

WRONG = "The e-mail address or the password is not right."


@dataclass(frozen=True)
class Answer:
    """What became of a try.

    Attributes:
        account: The account, if the password is right.
        wait: Seconds until there may be another try, if there were too many.
    """

    account: Any = None
    wait: int = 0


def sign_in(engine: Engine, email: str, password: str, address: str, now: datetime) -> Answer:
    """Return what becomes of somebody's try to sign in."""
    try:
        # Before anything is written: a hundred at once would wait for the database as well.
        with passwords.queue():
            return _tried(engine, email, password, address, now)
    except passwords.BusyError:
        return Answer(wait=int(passwords.PATIENCE))


def _tried(engine: Engine, email: str, password: str, address: str, now: datetime) -> Answer:
    name = email.strip().lower()
    made = tries.begin(engine, name, address, now)
    if wait := tries.wait(engine, made):
        tries.withdraw(engine, made)
        return Answer(wait=wait)
    found = accounts.by_email(engine, name)
    kept = found.password_hash if found else None
    try:
        right = passwords.matches(kept, password)
    except passwords.BusyError:
        tries.withdraw(engine, made)
        raise
    if kept is None or not right:
        return Answer()
    tries.forgive(engine, made)
    if passwords.outdated(kept):
        credentials.rehashed(engine, found.id, passwords.hashed(password))
    return Answer(account=found)
