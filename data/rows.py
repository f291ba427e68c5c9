"""Rows of a sheet, as somebody may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Engine, Select, String, cast, func, or_, select

from data import access
from data.changes.rows import Place
from data.engine import reading
from data.history import demand_whole
from data.people.person import Person
from data.returns.sheets import SHEETS
from data.schema import FACTS

AT_ONCE: Final = 100


@dataclass(frozen=True)
class Listed:
    """Some rows of a sheet.

    Attributes:
        columns: The columns that may be seen.
        rows: The rows: stored values by column, with ``id`` and ``version``.
        count: How many there are in all.
    """

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Any]]
    count: int


def listed(engine: Engine, person: Person, place: Place, find: str, page: int) -> Listed:
    """Return a hundred of an organisation's rows, by ``id``.

    Args:
        engine: Of the database.
        person: Who asks; what they may not see is not there.
        place: Whose rows, of which sheet.
        find: Text that stands somewhere in a row; blank for all.
        page: Which hundred, from 1 on.
    """
    table = FACTS[place.sheet]
    with reading(engine) as connection:
        for readable in access.readable(person, place.sheet):
            wanted = _wanted(readable, place, find)
            count = connection.execute(
                select(func.count()).select_from(wanted.subquery())
            ).scalar_one()
            if count:
                some = wanted.order_by(table.c.id).limit(AT_ONCE).offset((page - 1) * AT_ONCE)
                rows = [dict(row) for row in connection.execute(some).mappings()]
                return Listed(readable.columns, rows, count)
    return Listed(access.every_column(SHEETS[place.sheet]), [], 0)


def every(engine: Engine, person: Person, place: Place, most: int) -> list[Mapping[str, Any]]:
    """Return an organisation's rows with all their columns, by ``id``, up to so many.

    Raises:
        DeniedError: Somebody does not see them whole.
    """
    demand_whole(person, place.partnership, place.owner)
    table = FACTS[place.sheet]
    with reading(engine) as connection:
        readable = next(access.readable(person, place.sheet))
        wanted = _wanted(readable, place, "").order_by(table.c.id).limit(most)
        return [dict(row) for row in connection.execute(wanted).mappings()]


def one(engine: Engine, person: Person, place: Place, row: int) -> Mapping[str, Any] | None:
    """Return one row, as far as somebody may see it; nothing where they may not."""
    table = FACTS[place.sheet]
    with reading(engine) as connection:
        for readable in access.readable(person, place.sheet):
            wanted = _wanted(readable, place, "").where(table.c.id == row)
            if found := connection.execute(wanted).mappings().first():
                return dict(found)
    return None


def newest(engine: Engine, person: Person, place: Place, who: str) -> Mapping[str, Any] | None:
    """Return the newest row that somebody added or changed last, whole; nothing if none is.

    Raises:
        DeniedError: Somebody does not see them whole.
    """
    demand_whole(person, place.partnership, place.owner)
    table = FACTS[place.sheet]
    with reading(engine) as connection:
        readable = next(access.readable(person, place.sheet))
        theirs = _wanted(readable, place, "").where(table.c.updated_by == who)
        found = connection.execute(theirs.order_by(table.c.id.desc()).limit(1)).mappings().first()
    return dict(found) if found else None


def _wanted(readable: access.Readable, place: Place, find: str) -> Select[Any]:
    table = FACTS[place.sheet]
    wanted = readable.statement.where(
        table.c.partnership == place.partnership, table.c.owner == place.owner
    )
    if not find:
        return wanted
    seen = (table.c[name] for name in readable.columns)
    return wanted.where(
        or_(*(cast(column, String).icontains(find, autoescape=True) for column in seen))
    )
