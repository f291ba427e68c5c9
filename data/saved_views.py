"""Views that people keep for themselves: nobody else sees them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, select

from data.engine import reading
from data.people.person import Person
from data.schema import SAVED_VIEW


@dataclass(frozen=True)
class SavedView:
    """A view that somebody keeps.

    Attributes:
        id: Tells it apart.
        name: What they call it.
        address: Path and query of the page.
        is_default: Whether they begin there after signing in.
    """

    id: int
    name: str
    address: str
    is_default: bool


def of(engine: Engine, person: Person) -> Sequence[SavedView]:
    """Return somebody's own views, by name."""
    columns = (SAVED_VIEW.c[name] for name in SavedView.__dataclass_fields__)
    statement = select(*columns).where(SAVED_VIEW.c.user_id == person.id)
    with reading(engine) as connection:
        found = [SavedView(*row) for row in connection.execute(statement)]
    return sorted(found, key=lambda view: view.name.casefold())


def beginning(engine: Engine, person: Person) -> str:
    """Return the address that somebody begins at; blank where they chose none."""
    return next((view.address for view in of(engine, person) if view.is_default), "")
