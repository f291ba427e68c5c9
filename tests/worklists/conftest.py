"""A partnership with something to do in it, and people who read its lists."""

from datetime import date

import pytest

from dashboard import addresses
from dashboard.listing import IN_A_FILE, Visit
from dashboard.scene import names
from data import options
from data.people.person import Person
from data.workbench import Workbench
from tests import factories

TODAY = date(2026, 2, 1)


def of(role, *organisations):
    """Somebody with a role, for some organisations."""
    partnerships = None if role == "administrator" else frozenset({"north"})
    return Person(1, "sam@example.org", "Sam", role, frozenset(organisations), partnerships)


@pytest.fixture
def rows_of(reader, given):
    """What somebody sees of a list: `rows_of(LISTING, of("manager"))`, a dictionary a row."""

    def read(listing, person, search="", most=IN_A_FILE):
        listed = look(listing, person, search, most)
        return [
            dict(zip(listed.table.columns, (cell.text for cell in row), strict=True))
            for row in listed.table.rows
        ]

    def look(listing, person, search="", most=IN_A_FILE):
        with reader.snapshot() as snapshot:
            known = options.load(snapshot).within(person.partnerships)
            asked = addresses.read(search, known, TODAY)
            bench = Workbench(snapshot, within=person.partnerships)
            return listing.read(Visit(person, asked, names(known), bench), most)

    read.look = look
    return read


@pytest.fixture
def held(given):
    """Put rows into the partnership."""

    def put(*rows):
        given(*factories.reference(), *rows)

    return put
