"""The published workforce file comes in whole, once, and in place of what it says anew."""

from datetime import date

import pytest

from data.changes.published_workforce import import_published
from data.schema import AUDIT, DATA_VERSION, PUBLISHED_COUNCIL, PUBLISHED_WORKFORCE, UPLOAD
from tests.support.files import AUTHOR
from tests.support.published import EDITION, as_published, council, joint, reading_of, region


@pytest.fixture
def take_in(engine, tmp_path):
    """Take in a file of some rows, on a database that knows no partnership at all."""

    def take(*rows, dry_run=False, **how):
        path = as_published(tmp_path / "workforce.csv", rows, **how)
        return import_published(engine, reading_of(path), path.name, AUTHOR, dry_run=dry_run)

    return take


@pytest.fixture
def stored(engine):
    """The rows of a table."""

    def rows(table):
        with engine.connect() as connection:
            return connection.execute(table.select().order_by(*table.primary_key)).all()

    return rows


@pytest.fixture
def numbers(stored):
    """A measure's values by code and year."""

    def of(measure="inpost_fte"):
        return {
            (row.ons_code, row.census_on.year): row.value
            for row in stored(PUBLISHED_WORKFORCE)
            if row.measure == measure
        }

    return of


def test_every_row_of_the_file_goes_in(take_in):
    outcome = take_in(*EDITION)
    assert (outcome.new, outcome.errors) == (len(EDITION), ())


def test_every_number_of_a_row_is_stored(take_in, stored):
    take_in(council())
    assert len(stored(PUBLISHED_WORKFORCE)) == 22


def test_a_number_is_stored_with_its_place_and_census(take_in, stored):
    take_in(council(vacancy_fte="4.4"))
    (row,) = (each for each in stored(PUBLISHED_WORKFORCE) if each.measure == "vacancy_fte")
    place = ("E06000001", "Riverside", "Local authority")
    assert tuple(row) == (*place, date(2025, 9, 30), "vacancy_fte", 4.4, "ok")


def test_a_symbol_is_stored_as_a_state_without_a_value(take_in, stored):
    take_in(council(agency_fte="low"))
    (row,) = (each for each in stored(PUBLISHED_WORKFORCE) if each.measure == "agency_fte")
    assert (row.value, row.state) == (None, "low")


def test_joint_councils_are_linked_by_each_of_their_codes(take_in, stored):
    take_in(joint())
    both = "E06000002 / E06000003"
    assert {tuple(row) for row in stored(PUBLISHED_COUNCIL)} == {
        ("E06000002", both, "802"),
        ("E06000003", both, "803"),
    }


def test_the_same_file_again_is_known(take_in):
    take_in(*EDITION)
    again = take_in(*EDITION)
    assert (again.known_since, again.new, again.changed) == (AUTHOR.at, 0, 0)


def test_the_same_rows_in_another_file_change_nothing(take_in, stored):
    take_in(*EDITION)
    before = stored(DATA_VERSION), stored(AUDIT), stored(PUBLISHED_WORKFORCE)
    outcome = take_in(*EDITION, encoding="utf-8-sig")
    assert (outcome.unchanged, outcome.new, outcome.changed) == (len(EDITION), 0, 0)
    assert (stored(DATA_VERSION), stored(AUDIT), stored(PUBLISHED_WORKFORCE)) == before


def test_a_file_raises_the_data_version_once(take_in, stored):
    take_in(*EDITION)
    (row,) = stored(DATA_VERSION)
    assert row.number == 1


def test_a_file_is_one_entry_of_the_history(take_in, stored):
    take_in(*EDITION)
    (entry,) = stored(AUDIT)
    (upload,) = stored(UPLOAD)
    assert (entry.table, entry.row) == ("published_workforce", upload.file_hash)
    assert entry.after["new"] == len(EDITION)


def test_a_revised_number_replaces_the_one_before(take_in, numbers):
    take_in(council(), council(time_period="2024"))
    outcome = take_in(council(inpost_fte="41"), council(time_period="2024"))
    assert (outcome.changed, outcome.unchanged) == (1, 1)
    assert numbers() == {("E06000001", 2025): 41, ("E06000001", 2024): 40}


def test_years_that_a_file_leaves_out_stay(take_in, numbers):
    take_in(council(time_period="2024"))
    take_in(council())
    assert set(numbers()) == {("E06000001", 2024), ("E06000001", 2025)}


def test_a_council_with_another_code_is_not_there_twice(take_in, numbers):
    take_in(council(), council(time_period="2024"))
    outcome = take_in(
        council(new_la_code="E08000038"), council(new_la_code="E08000038", time_period="2024")
    )
    assert outcome.changed == 2
    assert set(numbers()) == {("E08000038", 2024), ("E08000038", 2025)}


def test_a_council_that_joins_another_is_not_there_twice(take_in, numbers):
    alone = council(old_la_code="802", new_la_code="E06000002")
    take_in(alone, council(), region())
    take_in(joint())
    assert set(numbers()) == {
        ("E06000002 / E06000003", 2025),
        ("E06000001", 2025),
        ("E12000003", 2025),
    }


def test_one_broken_cell_keeps_the_whole_file_out(take_in, stored):
    outcome = take_in(*EDITION, council(time_period="2019", cases="many"))
    assert (outcome.accepted, [problem.column for problem in outcome.errors]) == (0, ["cases"])
    tables = (PUBLISHED_WORKFORCE, PUBLISHED_COUNCIL, AUDIT, UPLOAD)
    assert [stored(table) for table in tables] == [[], [], [], []]


def test_a_dry_run_writes_nothing(take_in, stored):
    outcome = take_in(*EDITION, dry_run=True)
    assert (outcome.new, stored(PUBLISHED_WORKFORCE), stored(UPLOAD)) == (len(EDITION), [], [])
