"""Whatever of an edition is not as it was is found, and named."""

import zlib
from datetime import UTC, date, datetime

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from dashboard.editions import verifying
from dashboard.editions.cache import EditionCache
from data.editions import edition as kept
from data.editions.faults import of_record, of_rows
from data.editions.frozen import DamagedError
from data.engine import writing
from data.people.person import OPERATOR
from data.reader import Reader
from data.schema import EDITION
from tests.editions.conftest import TODAY

CHANGES = {
    "title": "Another",
    "audience": "funder",
    "as_at": date(2026, 1, 1),
    "partnerships": ["north", "south"],
    "made_at": datetime(2026, 1, 1, tzinfo=UTC),
    "made_by": "Somebody else",
    "data_version": 77,
    "revision": "0001",
    "rows_sha256": "0" * 64,
    "figures_sha256": "1" * 64,
}
OF_ONE = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def faults(editions):
    """What is wrong with the editions that there are, in words by number."""

    def look():
        found = []
        with Reader(editions.engine).snapshot() as snapshot:
            each = {one.number: one for one in editions.all()}
            for one in each.values():
                found += verifying.faults(snapshot, one, each.get(one.number - 1))
        return [tuple(fault) for fault in found]

    return look


@pytest.fixture
def checksums(editions):
    """What is wrong with records and checksums alone; no figure is worked out for that."""

    def look():
        found = []
        with Reader(editions.engine).snapshot() as snapshot:
            before = None
            for one in editions.all():
                rows, figures = kept.contents(snapshot, one.number)
                words = [
                    *of_record(snapshot, one, before),
                    *of_rows(one, rows),
                    *verifying.of_figures(one, figures),
                ]
                found += [(one.number, each) for each in words]
                before = one
        return found

    return look


@pytest.fixture
def change(editions):
    def do(number=1, **values):
        values = {"disclosure": "rounded"} | values if "audience" in values else values
        editions.force(EDITION.update().where(EDITION.c.number == number).values(values))

    return do


def contents(editions, number=1):
    with Reader(editions.engine).snapshot() as snapshot:
        return kept.contents(snapshot, number)


@pytest.mark.parametrize("change", [EDITION.update().values(title="x"), EDITION.delete()])
def test_an_edition_can_t_be_rewritten_or_removed(editions, change):
    editions()
    with pytest.raises(DBAPIError, match="append-only"), writing(editions.engine) as connection:
        connection.execute(change)


def test_editions_that_nobody_touched_are_as_they_were(editions, faults):
    editions()
    editions(revises=1, reason="A form came late.")
    assert faults() == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_record_is_found_and_what_changed_is_named(editions, checksums, change, name):
    editions()
    change(**{name: CHANGES[name]})
    words = f"The record is not as it was made: {name} differs from what the history holds."
    assert (1, words) in checksums()


def test_what_the_history_does_not_hold_is_found_too(editions, checksums, change):
    editions()
    change(gaps={"missing": [], "unsigned": [], "queries": 0, "silent": []})
    (fault,) = checksums()
    assert "its checksum differs" in fault[1]


def test_a_changed_record_is_found_though_its_own_checksum_was_made_to_fit(
    editions, checksums, change
):
    editions()
    editions()
    change(record_sha256="f" * 64)
    assert [number for number, _ in checksums()] == [1, 2]


def test_an_edition_that_was_removed_is_missed(editions, checksums):
    for _ in range(3):
        editions()
    editions.force(EDITION.delete().where(EDITION.c.number == 2))
    assert checksums() == [(3, "The edition before it is missing.")]


def test_a_changed_row_is_found_and_its_table_named(editions, checksums, change):
    editions()
    rows, _ = contents(editions)
    other = zlib.decompress(rows).replace(b'"O1"', b'"O2"')
    change(rows=zlib.compress(other))
    assert checksums() == [
        (1, "The rows of offers are not those that were kept: their checksum differs.")
    ]


def test_a_changed_figure_is_found_and_named(editions, faults, change):
    editions()
    _, figures = contents(editions)
    found = orjson.loads(zlib.decompress(figures))
    (demand,) = [rows for name, by, rows in found if (name, by) == ("demand", ["partnership"])]
    demand[0][1] = 6
    change(figures=zlib.compress(orjson.dumps(found)))
    assert faults() == [
        (1, "The figures are not those that were kept: their checksum differs."),
        (1, "demand by partnership north: value 6 was kept, 5 is worked out from the rows."),
    ]


@OF_ONE
@given(data=st.data())
def test_any_byte_that_is_not_as_it_was_is_found(editions, checksums, change, data):
    if not editions.all():
        editions()
    rows, figures = contents(editions)
    name, whole = data.draw(st.sampled_from([("rows", rows), ("figures", figures)]))
    place = data.draw(st.integers(0, len(whole) - 1))
    other = bytearray(whole)
    other[place] ^= data.draw(st.integers(1, 255))
    change(**{name: bytes(other)})
    named = [words for _, words in checksums() if name in words or "table" in words]
    change(**{name: whole})
    assert named or same(bytes(other), whole)


def same(one, other):
    """Whether two packings hold the same; some bits of a packing mean nothing."""
    try:
        return zlib.decompress(one) == zlib.decompress(other)
    except zlib.error:
        return False


def test_an_edition_whose_rows_are_not_its_own_is_not_shown(editions, change):
    editions()
    rows, _ = contents(editions)
    change(rows=zlib.compress(zlib.decompress(rows).replace(b'"O1"', b'"O2"')))
    edition_cache = EditionCache(Reader(editions.engine), (), lambda: TODAY)
    with pytest.raises(DamagedError, match="The rows of edition 1"):
        edition_cache.at("edition=1", OPERATOR)


def test_each_edition_has_the_number_after_the_one_before(editions):
    assert [editions() for _ in range(3)] == [1, 2, 3]
    with Reader(editions.engine).snapshot() as snapshot:
        numbers = snapshot.rows(select(EDITION.c.number).order_by(EDITION.c.number))
    assert [row.number for row in numbers] == [1, 2, 3]
