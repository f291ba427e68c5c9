"""A folder of reference tables comes in as a workbook does."""

import csv

from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.returns.folder import read_folder
from data.returns.reference import REFERENCE
from tests.changes.reference_rows import FILES, INDICATORS, ROWS, every_column
from tests.support.files import AUTHOR, lines


def test_a_folder_of_csv_files_goes_in_too(sqlite_send, tmp_path):
    for name, rows in {**FILES, "region": [{"code": "E12000003"}]}.items():
        with (tmp_path / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows(lines(every_column(rows)))
    outcome = upload_reference(
        sqlite_send.engine, read_folder(tmp_path, REFERENCE), AUTHOR, named=Named(INDICATORS)
    )
    assert (outcome.new, outcome.ignored) == (ROWS, ("region.csv",))


def test_a_folder_without_a_known_file_is_refused_in_words(tmp_path):
    (problem,) = read_folder(tmp_path, REFERENCE).problems
    assert problem.problem == "The folder holds no CSV file that is named after a table."
