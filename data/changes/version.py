"""The one number that tells every reader that something changed."""

from sqlalchemy import Connection, update

from data.changes.author import Author
from data.schema import DATA_VERSION


def bump(connection: Connection, author: Author) -> int:
    """Raise the data version by one, in the transaction of the change; return the new number."""
    statement = (
        update(DATA_VERSION)
        .values(
            number=DATA_VERSION.c.number + 1,
            updated_at=author.at,
            updated_by=author.who,
        )
        .returning(DATA_VERSION.c.number)
    )
    number: int = connection.execute(statement).scalar_one()
    return number
