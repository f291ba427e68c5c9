"""I6: LibreOffice opens the workbook, and finds the same numbers in it."""

import csv
import shutil
import subprocess

import pytest

# Every sheet, in UTF-8, each number as the cell holds it and not as it is shown.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


@pytest.fixture
def converted(files, tmp_path):
    program = shutil.which("soffice")
    if program is None:
        # Nothing in the service needs it, so that a CI server may be without it.
        pytest.skip("there is no LibreOffice on this machine")
    path = tmp_path / "edition.xlsx"
    path.write_bytes(files("workbook", 1))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    order = [program, home, "--headless", "--convert-to", FILTER, "--outdir", tmp_path, path]
    subprocess.run(  # noqa: S603 - the program that the test is about
        order, check=True, capture_output=True, timeout=300
    )
    return tmp_path


def value(text):
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return text


def test_i6_the_same_numbers_are_found_in_libreoffice(files, converted):
    for page in files.workbook(1):
        if page._charts:
            continue
        with (converted / f"edition-{page.title}.csv").open(encoding="utf-8", newline="") as file:
            found = [[value(cell) for cell in line] for line in csv.reader(file)]
        expected = [
            ["" if cell is None else value(str(cell)) for cell in row]
            for row in page.iter_rows(values_only=True)
        ]
        assert [row for row in found if any(row)] == [pytest.approx(row) for row in expected]
