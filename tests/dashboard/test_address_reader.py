"""The choices are kept from one state of the data to the next, as long as it is a later one."""

from datetime import date

import pytest
from sqlalchemy import update

from dashboard.address_reader import AddressReader
from dashboard.editions.cache import EditionCache
from data.people.person import ANYBODY
from data.reader import Reader
from data.schema import DATA_VERSION, PARTNERSHIP
from tests.support.files import row

BEGUN = [date(2021, 10, 1), date(2022, 10, 1), date(2024, 10, 1)]


@pytest.fixture
def known(sqlite_send):
    """Returns what there is to choose from at present, as whoever reads everything is told."""
    sqlite_send(offers=[row("offers", ref=f"R{day.year}", window_start=day) for day in BEGUN])
    reader = Reader(sqlite_send.engine)
    at = EditionCache(reader, (), lambda: date(2026, 2, 1)).at("", ANYBODY)
    address_reader = AddressReader()

    def look():
        with reader.snapshot() as snapshot:
            return address_reader.known(snapshot, at)

    return look


def test_what_no_change_concerns_is_kept(sqlite_send, known):
    before = known()
    sqlite_send(offers=[row("offers", ref="R2022", window_start=BEGUN[1], places=7)])
    assert known() is before


def test_a_year_that_is_new_can_be_chosen(sqlite_send, known):
    known()
    sqlite_send(offers=[row("offers", ref="R9", window_start=date(2025, 10, 1))])
    assert known().years[0] == "2025/26"


def test_a_backup_put_in_place_of_the_data_is_read_anew(sqlite_send, known):
    known()
    sqlite_send.do(
        update(PARTNERSHIP).values(name="South"),
        update(DATA_VERSION).values(number=DATA_VERSION.c.number - 1),
    )
    assert known().partnerships == {"north": "South"}
