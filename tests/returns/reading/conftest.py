"""Files of one sheet, and what is read of them."""

import pytest

from data.returns.read import read
from data.returns.sheets import SHEETS
from tests.support.files import lines, row

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
