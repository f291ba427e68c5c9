"""Keep views for one person. They hold no facts, so they have no history and may be deleted."""

from typing import Any, Final

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from data.changes.author import Author
from data.changes.personal_items import claim, named
from data.engine import writing
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from data.schema import SAVED_VIEW

MOST: Final = 50
LONGEST: Final = 100
LONGEST_ADDRESS: Final = 2000
RIGHT: Final = "keep a view"


def save(engine: Engine, author: Author, name: str, address: str, *, begin: bool) -> None:
    """Keep a view under a name; one of that name and address is there already, and stays.

    Args:
        engine: Of the database.
        author: Whose view it is.
        name: What they call it.
        address: Path and query of a page of this service.
        begin: Whether they begin there from now on.

    Raises:
        DeniedError: The author has no account.
        RefusedError: The name is blank, too long or taken, or there are too many views.
    """
    called = named(name, LONGEST)
    if len(address) > LONGEST_ADDRESS:
        raise RefusedError("So many filters can't be kept.", "Choose fewer, then save the view.")
    with writing(engine) as connection:
        user = claim(connection, author, RIGHT)
        there = _called(connection, user, called)
        if there is not None and there.address != address:
            raise _taken(called)
        number = there.id if there else _add(connection, author, called, address)
        if begin:
            _begin(connection, user, number)


def rename(engine: Engine, author: Author, number: int, name: str) -> None:
    """Call a view something else.

    Raises:
        DeniedError: It is none of the author's.
        RefusedError: The name is blank, too long or taken.
    """
    called = named(name, LONGEST)
    with writing(engine) as connection:
        user = _own(connection, author, number)
        there = _called(connection, user, called)
        if there is not None and there.id != number:
            raise _taken(called)
        connection.execute(update(SAVED_VIEW).where(SAVED_VIEW.c.id == number).values(name=called))


def begin_at(engine: Engine, author: Author, number: int) -> None:
    """Have somebody begin at a view of theirs after signing in.

    Raises:
        DeniedError: It is none of the author's.
    """
    with writing(engine) as connection:
        _begin(connection, _own(connection, author, number), number)


def begin_as_usual(engine: Engine, author: Author) -> None:
    """Have somebody begin where everybody does.

    Raises:
        DeniedError: The author has no account.
    """
    with writing(engine) as connection:
        _begin(connection, claim(connection, author, RIGHT), None)


def remove(engine: Engine, author: Author, number: int) -> None:
    """Forget a view.

    Raises:
        DeniedError: It is none of the author's.
    """
    with writing(engine) as connection:
        _own(connection, author, number)
        connection.execute(delete(SAVED_VIEW).where(SAVED_VIEW.c.id == number))


def _taken(name: str) -> RefusedError:
    return RefusedError(f"You have a view called “{name}” already.", "Give this one another name.")


def _own(connection: Connection, author: Author, number: int) -> int:
    user = claim(connection, author, RIGHT)
    its_own = (SAVED_VIEW.c.id == number, SAVED_VIEW.c.user_id == user)
    if connection.execute(select(SAVED_VIEW.c.id).where(*its_own)).first() is None:
        raise DeniedError(RIGHT)
    return user


def _called(connection: Connection, user: int, name: str) -> Any:
    its_own = (SAVED_VIEW.c.user_id == user, SAVED_VIEW.c.name == name)
    return connection.execute(select(SAVED_VIEW).where(*its_own)).first()


def _add(connection: Connection, author: Author, name: str, address: str) -> int:
    user = author.person.id
    kept = select(func.count()).where(SAVED_VIEW.c.user_id == user)
    if connection.execute(kept).scalar_one() >= MOST:
        raise RefusedError(
            f"You have {MOST} views, and no more can be kept.", "Delete one that you don't need."
        )
    values = {"user_id": user, "name": name, "address": address, "saved_at": author.at}
    added = insert(SAVED_VIEW).values(is_default=False, **values).returning(SAVED_VIEW.c.id)
    number: int = connection.execute(added).scalar_one()
    return number


def _begin(connection: Connection, user: int, number: int | None) -> None:
    own = update(SAVED_VIEW).where(SAVED_VIEW.c.user_id == user)
    # The one before goes first, so that there are never two.
    connection.execute(own.values(is_default=False))
    connection.execute(own.where(SAVED_VIEW.c.id == number).values(is_default=True))
