"""The Department's workforce file is taken as it is, or refused in words."""

from datetime import date
from decimal import Decimal

import pytest

from data.returns.published.check import check
from tests.support.published import (
    COLUMNS,
    EDITION,
    as_published,
    council,
    england,
    joint,
    reading_of,
    region,
)

# What an edition before this one called some of its columns.
FORMER_NAMES = {
    "turnover_rate_fte": "turnover_rate_fte_%",
    "inpost_fte": "social_worker_fte",
    "leavers_fte": "leaver_fte",
}


@pytest.fixture
def checked(tmp_path):
    """Check a file of some rows: what it says, and its problems."""

    def take(*rows, **how):
        return check(reading_of(as_published(tmp_path / "workforce.csv", rows, **how)))

    return take


@pytest.fixture
def problem(checked):
    """The one problem of a file."""

    def only(*rows, **how):
        _, (found,) = checked(*rows, **how)
        return found

    return only


def test_every_row_is_taken(checked):
    entries, problems = checked(*EDITION)
    assert (len(entries), problems) == (len(EDITION), [])


@pytest.mark.parametrize(
    ("symbol", "state"),
    [
        ("x", "not_available"),
        ("z", "not_applicable"),
        ("c", "suppressed"),
        ("u", "unreliable"),
        ("low", "low"),
    ],
)
def test_a_symbol_is_a_state_and_no_number(checked, symbol, state):
    (entry,), _ = checked(council(agency_fte=symbol))
    assert entry.numbers["agency_fte"] == (None, state)


def test_nought_is_a_number(checked):
    (entry,), _ = checked(council(vacancy_fte="0"))
    assert entry.numbers["vacancy_fte"] == (0, "ok")


@pytest.mark.parametrize("printed", ["36186.3", "0.1", "322786.3", "12", "3.50"])
def test_a_number_keeps_its_value_as_printed(checked, printed):
    (entry,), _ = checked(council(inpost_fte=printed))
    assert Decimal(repr(entry.numbers["inpost_fte"].value)) == Decimal(printed)


def test_a_year_is_that_of_a_census_on_30_september(checked):
    (entry,), _ = checked(council(time_period="2024"))
    assert entry.census_on == date(2024, 9, 30)


def test_joint_councils_have_each_their_two_codes(checked):
    (entry,), _ = checked(joint())
    assert entry.councils == {"E06000002": "802", "E06000003": "803"}


def test_the_row_of_joint_councils_keeps_the_code_that_is_published(checked):
    (entry,), _ = checked(joint())
    assert entry.ons_code == "E06000002 / E06000003"


def test_places_are_known_by_the_code_of_their_level(checked):
    entries, _ = checked(england(), region(region_code="E13000002"), council())
    assert [(each.level, each.ons_code) for each in entries] == [
        ("National", "E92000001"),
        ("Regional", "E13000002"),
        ("Local authority", "E06000001"),
    ]


def test_a_region_is_about_no_council(checked):
    entries, _ = checked(england(), region())
    assert [each.councils for each in entries] == [{}, {}]


def test_a_byte_order_mark_is_no_part_of_the_first_heading(checked):
    entries, problems = checked(council(), encoding="utf-8-sig")
    assert (len(entries), problems) == (1, [])


def test_columns_may_stand_in_another_order(checked):
    (entry,), _ = checked(council(), columns=COLUMNS[::-1])
    assert entry.numbers["vacancy_fte"].value == 10


def test_a_column_less_is_named(problem):
    columns = [name for name in COLUMNS if name != "vacancy_fte"]
    assert "Wanted and not found: vacancy_fte." in problem(council(), columns=columns).problem


def test_an_older_edition_is_refused_by_the_names_of_its_columns(problem):
    columns = [FORMER_NAMES.get(name, name) for name in COLUMNS]
    said = problem(council(), columns=columns).problem
    assert said.endswith(
        "Wanted and not found: inpost_fte, leavers_fte, turnover_rate_fte. In their place are "
        "social_worker_fte, leaver_fte, turnover_rate_fte_%."
    )


def test_a_header_without_rows_is_refused(problem):
    assert problem().problem == "The file has no rows below its header."


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("inpost_fte", "k", "This is neither a number nor a symbol that is known."),
        ("inpost_fte", "", "This is neither a number nor a symbol that is known."),
        ("inpost_fte", "1e3", "This is neither a number nor a symbol that is known."),
        ("inpost_fte", "-1", "This is under 0."),
        ("inpost_fte", "1.00000000000000000001", "This number has more digits than can be kept."),
        ("time_period", "202425", "This is not a year."),
        ("time_period", "", "A value is missing."),
        ("time_identifier", "Academic year", "This is unknown."),
        ("geographic_level", "Ward", "This is unknown."),
        ("new_la_code", "Riverside", "This is not a code of the form expected."),
        ("old_la_code", "801 / 802", "Each council needs both its codes."),
        ("la_name", "", "A value is missing."),
    ],
)
def test_a_cell_that_can_not_be_understood_is_named(problem, column, value, words):
    found = problem(
        council(), council(old_la_code="809", new_la_code="E06000009") | {column: value}
    )
    assert (found.row, found.column, found.problem) == (3, column, words)


@pytest.mark.parametrize(
    "second",
    [
        council(vacancy_fte="11"),
        council(new_la_code="E06000009"),
        joint(old_la_code="801 / 802", new_la_code="E06000001 / E06000002"),
    ],
    ids=["the same row again", "the same council recoded", "the same council in a joint row"],
)
def test_a_place_stands_once_in_a_year(problem, second):
    found = problem(council(), second)
    assert (found.row, found.problem) == (3, "Row 2 is about the same place in the same year.")


def test_a_region_stands_once_in_a_year_too(problem):
    assert problem(region(), region()).column == "region_code"


def test_all_problems_are_told_at_once(checked):
    _, problems = checked(council(inpost_fte="?"), council(), council(time_period="soon"))
    assert [found.row for found in problems] == [2, 4]
