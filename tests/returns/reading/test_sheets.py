"""Which sheet of a file is which."""

from data.returns.read import read
from data.returns.sheets import SHEETS
from tests.returns.reading.conftest import DEMAND, problems, read_rows
from tests.support.files import as_csv, as_workbook, lines, row


def test_a_sheet_is_known_by_its_title(path):
    as_workbook(path, {"Practice educators": lines([row("practice_educators")])})
    assert len(read_rows(path)) == 1


def test_two_sheets_of_one_table_are_a_problem(path):
    educators = lines([row("practice_educators")])
    as_workbook(path, {"practice_educators": educators, "Practice educators": educators})
    assert problems(path) == ["Two sheets of the workbook have this name."]


def test_a_csv_file_says_by_its_name_or_the_caller_which_sheet_it_is(tmp_path):
    path = as_csv(tmp_path / "autumn.csv", DEMAND)
    assert problems(path) == ["It is not plain which sheet the file holds."]
    assert len(read_rows(path, sheet="demand")) == 1


def test_a_workbook_without_a_known_sheet_is_refused_in_words(path):
    as_workbook(path, {"Autumn": DEMAND, "Spring": DEMAND})
    assert problems(path) == ["No sheet of the workbook has the name of a table."]


def test_one_sheet_may_be_read_alone(path):
    as_workbook(path, {"demand": DEMAND, "offers": lines([row("offers")])})
    (grid,) = read(path, SHEETS, sheet="offers", extra=("partnership", "owner")).grids
    assert grid.sheet.name == "offers"


def test_the_only_sheet_of_a_workbook_may_have_any_name(path):
    as_workbook(path, {"Sheet1": DEMAND})
    assert len(read_rows(path, sheet="demand")) == 1


def test_the_sheet_of_another_table_is_not_taken_for_the_one_wanted(path):
    as_workbook(path, {"demand": DEMAND})
    assert problems(path, sheet="offers") == ["The workbook has no sheet of the name offers."]
