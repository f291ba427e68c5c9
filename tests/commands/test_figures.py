"""`partnership indicators`, as somebody types it."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.indicators import INDICATORS
from dashboard.indicators.rows import COLUMNS
from tests import factories

ON_DAY = ("--as-at", "2026-03-01")


@pytest.fixture
def run(database_url, given, monkeypatch):
    """Run the command on a partnership with five students and three places; return its result."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    given(*factories.reference(), factories.demand(students=5), factories.offer(places=3))
    return lambda *words: CliRunner().invoke(main, ["indicators", *ON_DAY, *words])


@pytest.fixture
def rows(run):
    """The rows of the command's JSON."""
    return lambda *words: json.loads(run(*words, "--format", "json").stdout)


def test_without_an_id_every_indicator_is_answered_once(rows):
    assert [row["indicator"] for row in rows()] == list(INDICATORS)


def test_a_row_has_the_columns_of_the_interface_in_their_order(rows):
    (row,) = rows("--id", "balance")
    assert tuple(row) == ("indicator", *COLUMNS)


def test_a_dimension_is_a_column_of_its_own_name(rows):
    (row,) = rows("--id", "demand", "--by", "partnership", "--by", "academic_year")
    assert (row["partnership"], row["academic_year"], row["value"]) == ("north", "2025/26", 5)


def test_several_ids_may_follow_one_option(rows):
    found = rows("--id", "demand", "net_supply", "--by", "level")
    assert [row["value"] for row in found] == [5, 3]


def test_a_missing_number_is_null(rows):
    (row,) = rows("--id", "sufficiency", "--level", "first")
    assert (row["value"], row["status"]) == (None, "not_applicable")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--region", "E12000003"), 5),
        (("--partnership", "north"), 5),
        (("--organisation", "riverside"), 0),
        (("--year", "2025/26", "--year", "2024/25"), 5),
        (("--level", "first"), 0),
        (("--area", "adults"), 5),
        (("--area", "not_known"), 0),
        (("--route", "undergraduate"), 5),
        (("--basis", "hei", "--region", "E12000003"), 5),
    ],
)
def test_the_filters_are_those_of_the_address(rows, words, expected):
    (row,) = rows("--id", "demand", *words)
    assert row["value"] == expected


def test_csv_has_one_header_and_blanks_for_what_is_missing(run):
    text = run("--id", "sufficiency", "--level", "first", "--format", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["indicator"], row["value"], row["status"]) == ("sufficiency", "", "not_applicable")


def test_the_table_reads_as_people_write(run):
    assert "60.0%" in run("--id", "sufficiency").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--id", "demnd"), "There is no indicator 'demnd'"),
        (("--by", "colour"), "'colour' is not one of"),
        (("--region", "E99999999"), "Region 'E99999999' is not known"),
        (("--year", "2025"), "Academic year '2025' is not known"),
        (("--year", "2025/27"), "Academic year '2025/27' is not known"),
        (("--partnership", "south"), "Partnership 'south' is not known"),
        (("--area", "everyone"), "Service area 'everyone' is not known"),
        (("--year", "9999/00"), "Academic year '9999/00' is not known"),
        (("--as-at", "30 February"), "write a date such as 2026-02-01"),
        (("--as-at", "0001-01-01"), "write a date such as 2026-02-01"),
        (("--as-at", "9999-12-31"), "write a date such as 2026-02-01"),
        (("--basis", "home"), "'home' is not one of"),
    ],
)
def test_what_is_unknown_is_refused_in_words(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_database_that_is_not_prepared_is_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    result = CliRunner().invoke(main, ["indicators"])
    assert result.exit_code == 1
    assert "partnership db upgrade" in result.stderr
