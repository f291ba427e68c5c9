"""What is not quite the Department's workforce file is taken, or refused in words."""

from data.returns.published.check import check
from tests.support.files import as_csv, as_workbook
from tests.support.published import (
    COLUMNS,
    as_published,
    council,
    reading_of,
)


def test_a_column_more_is_ignored_by_name(tmp_path):
    path = as_published(tmp_path / "workforce.csv", [council(note="z")], (*COLUMNS, "note"))
    assert reading_of(path).ignored == ("published_workforce: note",)


def test_another_file_is_one_problem_that_says_what_is_wanted(tmp_path):
    path = as_csv(tmp_path / "other.csv", [["fruit", "price"], ["apple", "2"]])
    _, (found,) = check(reading_of(path))
    assert "Wanted and not found: time_period, time_identifier" in found.problem


def test_another_workbook_is_one_problem(tmp_path):
    path = as_workbook(tmp_path / "other.xlsx", {"fruit": [["apple", "pear"], [1, 2]]})
    entries, problems = check(reading_of(path))
    assert (entries, len(problems)) == ([], 1)


def test_a_file_that_is_not_there_is_one_problem(tmp_path):
    _, (found,) = check(reading_of(tmp_path / "none.csv"))
    assert found.problem == "The file can't be opened."
