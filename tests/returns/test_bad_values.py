"""A cell that is no value is named by its place, alike in CSV and in a workbook."""

import pytest

from data.returns.limits import UPLOAD
from tests.returns.corpus.case import HEADER, csv_bytes, line
from tests.returns.corpus.parts import letters, workbook
from tests.returns.corpus.values import ONLY_CSV, ONLY_WORKBOOK, TEXTS


def rows(cases):
    """A row for each case, which is plain but for one cell."""
    return [line(**{"ref": f"O{at}", column: value}) for at, (column, value, _) in enumerate(cases)]


def problems(sender, path, content):
    """What is said of each row of a file that leaves everything as it was."""
    path.write_bytes(content)
    before = sender.everything()
    errors = sender.file(path, limits=UPLOAD).errors
    assert sender.everything() == before
    return {n: [one for one in errors if one.row == n] for n in {one.row for one in errors}}


CSV = [*TEXTS, *ONLY_CSV]
WORKBOOK = [*TEXTS, *ONLY_WORKBOOK]


@pytest.fixture(scope="module")
def of_csv(sender, tmp_path_factory):
    path = tmp_path_factory.mktemp("values") / "offers.csv"
    return problems(sender, path, csv_bytes([HEADER, *rows(CSV)]))


@pytest.fixture(scope="module")
def of_workbook(sender, tmp_path_factory):
    path = tmp_path_factory.mktemp("values") / "offers.xlsx"
    return problems(sender, path, workbook(*rows(WORKBOOK)))


def check(case, at, told):
    column, _, says = case
    (problem,) = told[at + 2]
    assert says in problem.problem
    assert problem.cell == f"{letters(HEADER.index(column) + 1)}{at + 2}"


def named(case):
    return f"{case[0]}={case[1][-30:]!a}"


@pytest.mark.parametrize("at", range(len(CSV)), ids=map(named, CSV))
def test_a_bad_cell_of_csv_is_one_problem_at_its_place(of_csv, at):
    check(CSV[at], at, of_csv)


@pytest.mark.parametrize("at", range(len(WORKBOOK)), ids=map(named, WORKBOOK))
def test_a_bad_cell_of_a_workbook_is_one_problem_at_its_place(of_workbook, at):
    check(WORKBOOK[at], at, of_workbook)
