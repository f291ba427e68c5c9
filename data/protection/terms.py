"""The terms of sharing data, accepted once for each organisation by somebody who acts for it."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, Engine, insert

from data.changes import audit
from data.changes.author import Author
from data.engine import writing
from data.people.person import Person
from data.people.rights import DeniedError, demand
from data.people.terms import WORDING, not_accepted
from data.protection.subject import refuse_unknown
from data.schema import TERMS_ACCEPTED

# Who speaks for an organisation.
SPEAK: Final = ("coordinator", "approver")


def accept(engine: Engine, author: Author, organisation: str) -> None:
    """Note that somebody accepted the terms for an organisation they act for; once is enough.

    Raises:
        DeniedError: They don't act for it.
    """
    if not _speaks(author.person, organisation):
        raise DeniedError("accept the terms")
    with writing(engine) as connection:
        accept_for(connection, author, [organisation])


def accept_elsewhere(engine: Engine, author: Author, organisation: str) -> None:
    """Note that an organisation accepted the terms otherwise: on paper, say.

    Raises:
        RefusedError: There is no such organisation.
        DeniedError: The author may not.
    """
    demand(author.person, "administer")
    with writing(engine) as connection:
        refuse_unknown(connection, organisation)
        accept_for(connection, author, [organisation])


def accept_for(connection: Connection, author: Author, organisations: Iterable[str]) -> None:
    """Note the same for some organisations, where it is not noted yet."""
    for code in sorted(not_accepted(connection, organisations)):
        values = {"organisation": code, "wording": WORDING, "at": author.at, "by": author.who}
        connection.execute(insert(TERMS_ACCEPTED).values(values))
        told = {"wording": WORDING}
        entry = audit.Entry(TERMS_ACCEPTED.name, f"{code}/{WORDING}", None, told)
        audit.record(connection, author, [entry])


def _speaks(person: Person, organisation: str) -> bool:
    return person.role in SPEAK and organisation in person.organisations
