"""A folder of CSV files is read as one: each is a table by its name."""

import pytest

from data.returns.folder import read_folder
from data.returns.reference import REFERENCE
from tests.support.files import as_csv

ORGANISATION = [["code", "name", "kind"], ["lakeside", "Lakeside", "nhs"]]
PARTNERSHIP = [["code", "name"], ["north", "North"]]


def problems(folder):
    return [(one.sheet, one.problem) for one in read_folder(folder, REFERENCE).problems]


@pytest.mark.parametrize("name", ["organisation.csv", "Organisation.CSV", "ORGANISATION.csv"])
def test_a_file_is_known_by_its_name_in_any_letters(tmp_path, name):
    as_csv(tmp_path / name, ORGANISATION)
    (grid,) = read_folder(tmp_path, REFERENCE).grids
    assert (grid.sheet.name, len(grid.rows)) == ("organisation", 1)


def test_a_problem_of_a_whole_file_says_which_file_it_is(tmp_path):
    as_csv(tmp_path / "organisation.csv", ORGANISATION)
    (tmp_path / "programme.csv").write_bytes(b"")
    assert problems(tmp_path) == [("programme", "The file is empty.")]


def test_a_file_that_is_called_nearly_like_a_table_is_refused(tmp_path):
    as_csv(tmp_path / "organization.csv", ORGANISATION)
    as_csv(tmp_path / "partnership.csv", PARTNERSHIP)
    said = "The file “organization.csv” is no table, but comes close to organisation.csv."
    assert problems(tmp_path) == [("", said)]


def test_two_files_of_one_table_are_refused(tmp_path):
    as_csv(tmp_path / "partnership.csv", PARTNERSHIP)
    as_csv(tmp_path / "Partnership.csv", PARTNERSHIP)
    assert problems(tmp_path) == [("", "Two files of the folder are called partnership.csv.")]


def test_other_files_are_listed_as_ignored(tmp_path):
    as_csv(tmp_path / "partnership.csv", PARTNERSHIP)
    (tmp_path / "notes.csv").write_text("x")
    (tmp_path / "notes.txt").write_text("x")
    assert read_folder(tmp_path, REFERENCE).ignored == ("notes.csv",)
