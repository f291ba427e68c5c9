"""Reasons for what is unlikely: kept, shown, and asked for before a return is submitted."""

from typing import Final

from sqlalchemy import Engine, update

from data.changes import audit, version
from data.changes.author import Author
from data.engine import writing
from data.people.rights import DeniedError, demand
from data.queries import return_status
from data.returns.problems import RefusedError
from data.schema import ROW_QUERY

LONGEST: Final = 500
MISSING: Final = RefusedError(
    "A reason is missing.", f"Say why it is right all the same, in up to {LONGEST} characters."
)


def give(engine: Engine, author: Author, query: int, reason: str) -> None:
    """Give the reason for a query.

    Raises:
        DeniedError: The row is none that the author may write, or there is no such query.
        RefusedError: The reason is missing or too long.
    """
    said = " ".join(reason.split())
    with writing(engine) as connection:
        version.claim(connection)
        found = connection.execute(return_status.query(query)).first()
        if found is None:
            raise DeniedError("write rows")
        demand(author.person, "write rows", found.partnership, found.owner)
        if not said or len(said) > LONGEST:
            raise MISSING
        connection.execute(update(ROW_QUERY).where(ROW_QUERY.c.id == query).values(reason=said))
        row = f"{found.partnership}/{found.owner}/{found.sheet}/{found.ref}"
        before, after = ({"rule": found.rule, "reason": each} for each in (found.reason, said))
        audit.record(connection, author, [audit.Entry("row_query", row, before, after, said)])
        version.bump(connection, author)
