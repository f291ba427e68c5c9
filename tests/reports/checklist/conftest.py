"""Workbooks of two editions, as somebody opens them."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

EXACT, FOR_FUNDERS = 1, 2


@pytest.fixture(scope="session", params=[EXACT, FOR_FUNDERS], ids=["exact", "for funders"])
def file(request, files):
    return files("workbook", request.param)


@pytest.fixture(scope="session")
def book(file):
    return load_workbook(BytesIO(file))


@pytest.fixture(scope="session")
def parts(file):
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def with_tables(book):
    return [page for page in book if page.tables]


def cells(page):
    return [cell for row in page.iter_rows() for cell in row]
