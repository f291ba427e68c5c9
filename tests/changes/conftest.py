"""A world of two partners, and somebody who looks after the rows of one of them."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from data.changes.author import Author
from data.changes.rows import Edit, Place, save
from data.engine import reading
from data.people.person import Person
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.schema import FACTS, METADATA
from tests import factories

# Within the return of the first quarter, which opens on 16 November 2025.
NOW = datetime(2025, 12, 1, 10, tzinfo=UTC)
OFFERS = Place("offers", "north", "riverside")


def person(role="coordinator", *organisations, partnerships=("north",)):
    found = frozenset(organisations or ("riverside",))
    reads = None if role == "administrator" else frozenset(partnerships)
    return Person(1, f"{role}@example.org", role.capitalize(), role, found, reads)


def by(role="coordinator", *organisations, at=NOW, door="form"):
    who = person(role, *organisations)
    return Author(who.email, door, at, who, who.name)


@pytest.fixture
def world(given):
    """Two partners, and a return that is open."""
    given(
        *factories.reference(),
        factories.period(
            "2025/26 Q1",
            starts_on=date(2025, 9, 1),
            ends_on=date(2025, 11, 30),
            opens=date(2025, 11, 16),
            due=date(2025, 12, 14),
        ),
    )


@pytest.fixture
def stored(engine):
    """The rows of a table: `stored("offers")`, by id."""

    def look(name):
        table = METADATA.tables[name]
        with reading(engine) as connection:
            found = connection.execute(select(table)).mappings().all()
        return [dict(row) for row in found]

    return look


@pytest.fixture
def everything(stored):
    """Every row of every table, to compare."""
    return lambda: {name: stored(name) for name in METADATA.tables}


@pytest.fixture
def enter(engine, world):
    """Saves a row as a form does: `enter(places="4")`, or `enter(row, places="5")`."""
    wishes = iter(range(1000))

    def keep(row=None, *, author=None, place=OFFERS, once=None, version=None, **cells):
        if row is None:
            before = {
                name: str(value)
                for name, value in factories.DEFAULTS[place.sheet].items()
                if SHEETS[place.sheet].has(name)
            }
        else:
            before = texts(SHEETS[place.sheet], row)
        seen = row["version"] if row and version is None else version
        edit = Edit(place, row and row["id"], seen, before | cells, once or f"wish {next(wishes)}")
        return save(engine, edit, author or by())

    return keep


def current(stored, sheet="offers"):
    """The one row of a sheet that is not voided."""
    (row,) = [row for row in stored(sheet) if row["voided_at"] is None]
    return row


__all__ = ["FACTS", "NOW", "OFFERS", "by", "current", "person"]
