"""What people keep for themselves: whose it is, and what they may call it."""

from sqlalchemy import Connection, select

from data.changes.author import Author
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from data.schema import APP_USER


def claim(connection: Connection, author: Author, right: str) -> int:
    """Return whose it is, and keep that person's other changes waiting.

    Raises:
        DeniedError: The author has no account.
    """
    own = select(APP_USER.c.id).where(APP_USER.c.id == author.person.id).with_for_update()
    user: int | None = connection.execute(own).scalar()
    if user is None:
        raise DeniedError(right)
    return user


def named(text: str, longest: int) -> str:
    """Return a name as it is kept.

    Raises:
        RefusedError: It is blank or too long.
    """
    name = " ".join("".join(letter for letter in text if letter.isprintable()).split())
    if not name or len(name) > longest:
        raise RefusedError("The name is blank or too long.", f"Write up to {longest} characters.")
    return name
