"""Who reads and writes what is measured; accounts that nobody needs a password for."""

from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.databases import connection, partnership

THERE = "SELECT count(*) FROM app_user WHERE email = ?"


class Account(NamedTuple):
    """Somebody who may try the service on one's own machine."""

    email: str
    name: str
    role: str


READER: Final = Account("viewer@northmere.example", "Vera", "viewer")
COORDINATOR: Final = Account("university@northmere.example", "Una", "coordinator")


def reach(path: Path, who: Account, *scopes: str) -> None:
    """Have a database know somebody, who reaches so far and no farther.

    Args:
        path: The database.
        who: The account; it is added if it isn't there.
        scopes: Such as ``organisation:kent``.
    """
    with connection(path) as opened:
        (there,) = opened.execute(THERE, (who.email,)).fetchone()
    if not there:
        named = ("--name", who.name, "--role", who.role)
        partnership(path, "user", "add", who.email, *named, "--scope", scopes[0])
    partnership(path, "user", "set-scope", who.email, *scopes)
