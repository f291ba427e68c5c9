"""Accounts to try the service with, one of each role; nobody can sign in to them by a password."""

from typing import Final

from sqlalchemy import Engine, select

from data.changes import people
from data.changes.author import Author
from data.engine import reading, writing
from data.protection.terms import accept_for
from data.schema import APP_USER, ORGANISATION, PARTNERSHIP

SAMPLE: Final = "sample-"
WHERE: Final = f"{SAMPLE}northmere"
AUTHOR: Final = Author("samples load", "command")
HERE: Final = (("partnership", WHERE),)
Scopes = tuple[tuple[str, str], ...]
# Address, name, role and reach of each.
DEMO: Final[tuple[tuple[str, str, str, Scopes], ...]] = (
    ("viewer@northmere.example", "Vera, steering group", "viewer", HERE),
    ("funder@northmere.example", "Finn, funder", "funder", HERE),
    (
        "council@northmere.example",
        "Cora, Northmere City Council",
        "coordinator",
        (("organisation", "sample-northmere-council"),),
    ),
    (
        "university@northmere.example",
        "Uma, University of Northmere",
        "coordinator",
        (("organisation", "sample-university-of-northmere"),),
    ),
    (
        "approver@northmere.example",
        "Anwar, Northmere City Council",
        "approver",
        (("organisation", "sample-northmere-council"),),
    ),
    ("manager@northmere.example", "Mina, partnership manager", "manager", HERE),
    ("administrator@northmere.example", "Ade, administrator", "administrator", ()),
)


def add_missing(engine: Engine) -> int:
    """Add the accounts that aren't there yet, where the samples are; return how many that was."""
    with reading(engine) as connection:
        there = set(connection.scalars(select(APP_USER.c.email)))
        sampled = connection.execute(
            select(PARTNERSHIP.c.code).where(PARTNERSHIP.c.code == WHERE)
        ).first()
    missing = [one for one in DEMO if one[0] not in there] if sampled else []
    for email, name, role, scopes in missing:
        new = people.New(email, name, role, scopes)
        people.add(engine, AUTHOR, new)
    _agree(engine)
    return len(missing)


def _agree(engine: Engine) -> None:
    """Accept the terms for the invented organisations: nobody else could."""
    with writing(engine) as connection:
        invented = ORGANISATION.c.code.startswith(SAMPLE)
        codes = connection.scalars(select(ORGANISATION.c.code).where(invented)).all()
        accept_for(connection, AUTHOR, codes)
