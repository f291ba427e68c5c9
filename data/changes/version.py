"""The one number that tells every reader that something changed."""

from sqlalchemy import Connection, select, update

from data.changes.author import Author
from data.schema import DATA_VERSION


def claim(connection: Connection) -> None:
    """Wait until no other change is under way, and keep others waiting until this one ends.

    SQLite does so from the start of a transaction that writes; PostgreSQL has to be told.
    """
    connection.execute(select(DATA_VERSION.c.number).with_for_update())


def bump(connection: Connection, author: Author) -> int:
    """Raise the data version by one, in the transaction of the change; return the new number."""
    statement = (
        update(DATA_VERSION)
        .values(
            number=DATA_VERSION.c.number + 1,
            updated_at=author.at,
            updated_by=author.known_as,
        )
        .returning(DATA_VERSION.c.number)
    )
    number: int = connection.execute(statement).scalar_one()
    return number
