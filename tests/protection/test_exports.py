"""Each file that leaves the service is on record."""

import pytest
from sqlalchemy import select

from data.engine import reading
from data.schema import EXPORT
from tests.support.people import Browser

FILE = "/download/placements/by-level.csv?year=2025/26"


@pytest.fixture
def records(engine):
    def look():
        with reading(engine) as connection:
            return connection.execute(select(EXPORT)).all()

    return look


def test_a_file_is_on_record_with_who_took_it_and_what_it_was(person, records):
    answer = person("viewer", "partnership:north").get(FILE)
    (record,) = records()
    assert (record.who, record.address) == ("viewer0@example.org", FILE)
    assert (answer.status_code, record.bytes) == (200, answer.content_length)


def test_a_template_with_rows_is_on_record(person, records):
    answer = person("coordinator", "organisation:riverside").get(
        "/update/north/riverside/template.xlsx"
    )
    assert (answer.status_code, len(records())) == (200, 1)


@pytest.mark.parametrize("address", ["/placements", "/download/placements/nothing.csv"])
def test_a_page_and_a_file_that_is_not_there_are_not(person, records, address):
    person("viewer", "partnership:north").get(address)
    assert records() == []


def test_who_may_not_have_a_file_leaves_no_record(service, records):
    assert Browser(service).get(FILE).status_code != 200
    assert records() == []
