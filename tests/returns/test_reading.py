"""Files are read cell by cell, and a broken one is refused in words."""

import zipfile
from dataclasses import replace
from datetime import datetime

import pytest

from data.returns.limits import COMMAND_LINE
from data.returns.read import read
from data.returns.sheets import SHEETS
from tests.support.files import as_csv, as_workbook, lines, row

DEMAND = lines([row("demand")])
HEADER, LINE = DEMAND


def read_rows(path, **options):
    (grid,) = read(path, SHEETS, extra=("partnership", "owner"), **options).grids
    return grid.rows


def problems(path, **options):
    reading = read(path, SHEETS, extra=("partnership", "owner"), **options)
    return [problem.problem for problem in reading.problems]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "demand.xlsx"


@pytest.fixture
def csv_path(tmp_path):
    return tmp_path / "demand.csv"


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


def test_headings_are_known_without_case_spaces_and_underscores(path):
    as_workbook(path, {"Demand": [[name.replace("_", " ").title() for name in HEADER], LINE]})
    assert problems(path) == []


def test_a_sheet_is_known_by_its_title(path):
    as_workbook(path, {"Practice educators": lines([row("practice_educators")])})
    assert len(read_rows(path)) == 1


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


def test_two_sheets_of_one_table_are_a_problem(path):
    educators = lines([row("practice_educators")])
    as_workbook(path, {"practice_educators": educators, "Practice educators": educators})
    assert problems(path) == ["Two sheets of the workbook have this name."]


@pytest.mark.parametrize("formula", ["=1+1", "=VLOOKUP(A1,B:C,2)"])
def test_a_formula_without_a_result_is_no_blank(path, formula):
    as_workbook(path, {"demand": [HEADER, [*LINE[:-1], formula]]})
    assert read_rows(path)[0][1][len(LINE) - 1].text == "a formula without a result"


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_value_is_no_blank(path, error):
    as_workbook(path, {"demand": [HEADER, [*LINE[:-1], error]]})
    assert read_rows(path)[0][1][len(LINE) - 1].text == error


def test_a_value_far_to_the_right_is_named_by_its_cell(path):
    far = [*LINE, *[None] * 200, "stray"]
    as_workbook(path, {"demand": [HEADER, far]})
    (problem,) = read(path, SHEETS, extra=("partnership", "owner")).problems
    assert (problem.cell, problem.problem) == ("HD2", "The sheet has more than 60 columns.")


def test_more_than_sixty_columns_are_a_problem(path):
    many = [f"note {number}" for number in range(60)]
    as_workbook(path, {"demand": [[*HEADER, *many], [*LINE, *many]]})
    assert problems(path) == ["The sheet has more than 60 columns."]


def test_a_real_date_stays_one(path):
    as_workbook(path, {"demand": [HEADER, LINE]})
    at = HEADER.index("window_start")
    assert isinstance(read_rows(path)[0][1][at], datetime)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (b"\x89PNG\x00\x00", "a picture"),
        (b"ref,level\n1\x00,2", "Line 2 holds a character that no text has"),
        ("ref,level\n1,Môn".encode("cp1252"), "Line 2 holds letters that are not written in UTF-8"),
        (b'ref,level\n"open,2', "quotation mark"),
    ],
)
def test_what_is_no_return_is_refused_in_words(tmp_path, content, said):
    path = tmp_path / "demand.csv"
    path.write_bytes(content)
    (problem,) = problems(path)
    assert said in problem


def test_text_under_the_name_of_a_workbook_is_refused_in_words(path):
    path.write_text("ref,level\n1,first\n")
    assert problems(path) == ["This is not an Excel workbook, though its name says so."]


def test_a_zip_that_is_no_workbook_is_refused_in_words(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "nothing else")
    assert problems(path) == ["This is a packed archive, not a workbook."]


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    assert problems(tmp_path / "none.csv") == ["The file can't be opened."]


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


def test_a_row_of_nothing_but_spaces_is_no_row(path):
    as_workbook(path, {"demand": [HEADER, LINE, ["  "] * len(HEADER)]})
    assert len(read_rows(path)) == 1


@pytest.mark.parametrize(
    ("limit", "said"),
    [({"rows": 1}, "more than 1 rows"), ({"bytes": 9}, "larger than 0 MB")],
)
def test_an_upload_has_limits(csv_path, limit, said):
    as_csv(csv_path, [HEADER, LINE, LINE])
    (problem,) = problems(csv_path, limits=replace(COMMAND_LINE, **limit))
    assert said in problem
