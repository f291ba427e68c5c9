"""Rows are read cell by cell, under the number that a spreadsheet shows."""

from datetime import datetime

import pytest

from tests.returns.reading.conftest import DEMAND, HEADER, LINE, problems, read_rows
from tests.support.files import as_csv, as_workbook


@pytest.mark.parametrize("above", range(5))
def test_the_header_may_stand_in_the_first_five_rows(path, above):
    as_workbook(path, {"demand": [["Our return"]] * above + DEMAND})
    assert [number for number, _ in read_rows(path)] == [above + 2]


def test_a_header_further_down_is_pointed_out(path):
    as_workbook(path, {"demand": [["Our return"]] * 5 + DEMAND})
    assert problems(path) == ["The header stands in row 6; it is looked for in rows 1 to 5."]


def test_a_sheet_without_a_header_says_so(path):
    as_workbook(path, {"demand": [LINE]})
    assert problems(path) == ["No header was found in rows 1 to 5."]


def test_rows_keep_their_numbers_where_some_are_blank(path):
    as_workbook(path, {"demand": [HEADER, [], LINE, [], LINE]})
    assert [number for number, _ in read_rows(path)] == [3, 5]


def test_rows_of_csv_are_numbered_as_excel_shows_them(csv_path):
    two_lines_in_a_cell = [*LINE[:-1], "1\n"]
    as_csv(csv_path, [HEADER, two_lines_in_a_cell, [], LINE])
    assert [number for number, _ in read_rows(csv_path)] == [2, 4]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_as_excel_may_write_it(csv_path, delimiter, encoding):
    as_csv(csv_path, [["Heading", *HEADER], ["Ynys Môn", *LINE]], delimiter, encoding)
    assert read_rows(csv_path)[0][1][0] == "Ynys Môn"


@pytest.mark.parametrize("formula", ["=1+1", "=VLOOKUP(A1,B:C,2)"])
def test_a_formula_without_a_result_is_no_blank(path, formula):
    as_workbook(path, {"demand": [HEADER, [*LINE[:-1], formula]]})
    assert read_rows(path)[0][1][len(LINE) - 1].text == "a formula without a result"


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_value_is_no_blank(path, error):
    as_workbook(path, {"demand": [HEADER, [*LINE[:-1], error]]})
    assert read_rows(path)[0][1][len(LINE) - 1].text == error


def test_a_real_date_stays_one(path):
    as_workbook(path, {"demand": [HEADER, LINE]})
    at = HEADER.index("window_start")
    assert isinstance(read_rows(path)[0][1][at], datetime)


def test_a_row_of_nothing_but_spaces_is_no_row(path):
    as_workbook(path, {"demand": [HEADER, LINE, ["  "] * len(HEADER)]})
    assert len(read_rows(path)) == 1
