"""I6: LibreOffice opens the workbook, and finds the same numbers in it."""

import csv

import pytest

from tests.support.office import converted

# Every sheet, in UTF-8, each number as the cell holds it and not as it is shown.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


@pytest.fixture
def opened(files, tmp_path):
    """A folder with a file for each sheet of the workbook, as LibreOffice reads it."""
    converted(files("workbook", 1), "edition.xlsx", FILTER, tmp_path)
    return tmp_path


def value(text):
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return text


def test_i6_the_same_numbers_are_found_in_libreoffice(files, opened):
    for page in files.workbook(1):
        if page._charts:
            continue
        with (opened / f"edition-{page.title}.csv").open(encoding="utf-8", newline="") as file:
            found = [[value(cell) for cell in line] for line in csv.reader(file)]
        expected = [
            ["" if cell is None else value(str(cell)) for cell in row]
            for row in page.iter_rows(values_only=True)
        ]
        assert [row for row in found if any(row)] == [pytest.approx(row) for row in expected]
