"""Columns are known by their headings, and those that are not wanted are named."""

import pytest

from data.returns.read import read
from data.returns.sheets import SHEETS
from tests.returns.reading.conftest import HEADER, LINE, problems
from tests.support.files import as_csv, as_workbook


def test_headings_are_known_without_case_spaces_and_underscores(path):
    as_workbook(path, {"Demand": [[name.replace("_", " ").title() for name in HEADER], LINE]})
    assert problems(path) == []


def test_harmless_columns_and_sheets_are_listed_as_ignored(path):
    named = [[*HEADER, "Comments", "Programme name"], [*LINE, "ours", "BA"]]
    as_workbook(path, {"demand": named, "Notes": [["x"]], "Read me": [["y"]]})
    reading = read(path, SHEETS, extra=("partnership", "owner"))
    assert reading.ignored == ("demand: Comments", "demand: Programme name", "Notes")


@pytest.mark.parametrize(
    "heading",
    ["Student name", "surname", "DoB", "Date of birth", "Home_address", "E-mail", "email",
     "Telephone", "Tel", "mobile", "NHS number", "NI no", "National Insurance", "Postcode"],
)  # fmt: skip
def test_a_column_that_looks_personal_refuses_the_file_without_showing_it(path, heading):
    as_workbook(path, {"demand": [[*HEADER, heading], [*LINE, "Ann Example"]]})
    reading = read(path, SHEETS, extra=("partnership", "owner"))
    assert (reading.grids, len(reading.problems)) == ((), 1)
    assert "Ann Example" not in str(reading)


def test_a_column_that_looks_personal_is_named_with_its_sheet(path):
    as_workbook(path, {"demand": [[*HEADER, "Student name"], [*LINE, "Ann Example"]]})
    (said,) = problems(path)
    assert said.startswith("The column “Student name” of the sheet demand looks personal")


def test_a_missing_column_is_a_problem(path):
    as_workbook(path, {"demand": [HEADER[:-1], LINE[:-1]]})
    assert problems(path) == ["The column students is missing."]


def test_a_column_that_stands_twice_is_a_problem(path):
    as_workbook(path, {"demand": [[*HEADER, "Students"], [*LINE, 1]]})
    assert problems(path) == ["The column students stands twice."]


def test_a_value_under_no_heading_is_a_problem(csv_path):
    as_csv(csv_path, [HEADER, [*LINE, "1"]])
    assert problems(csv_path) == ["A value stands in a column without a heading."]


def test_a_value_far_to_the_right_is_named_by_its_cell(path):
    far = [*LINE, *[None] * 200, "stray"]
    as_workbook(path, {"demand": [HEADER, far]})
    (problem,) = read(path, SHEETS, extra=("partnership", "owner")).problems
    assert (problem.cell, problem.problem) == ("HD2", "The sheet has more than 60 columns.")


def test_more_than_sixty_columns_are_a_problem(path):
    many = [f"note {number}" for number in range(60)]
    as_workbook(path, {"demand": [[*HEADER, *many], [*LINE, *many]]})
    assert problems(path) == ["The sheet has more than 60 columns."]
