"""What a workbook holds is what openpyxl finds in it, where that finds what Excel shows."""

import io
from datetime import date, datetime

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from data.returns import workbook
from data.returns.serials import written

TEXTS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=20,
)
DAYS = st.datetimes(datetime(1904, 1, 2), datetime(2199, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)
NUMBERS = st.one_of(
    st.integers(-(10**14), 10**14), st.floats(-1e14, 1e14).map(lambda number: round(number, 6))
)
CELLS = st.one_of(st.none(), TEXTS.filter(str.strip), DAYS, NUMBERS, st.booleans())
TABLES = st.lists(st.lists(CELLS, max_size=8), max_size=6)
FORMATS = st.sampled_from(["yyyy-mm-dd", "d mmmm yyyy hh:mm", "[$-809]dd/mm/yy;@", '"on" d.m.yyyy'])


def made(table, code, mac):
    """A workbook that Excel might have written."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "date_1904": mac}
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet("offers")
        of_days = book.add_format({"num_format": code})
        for number, cells in enumerate(table):
            for at, value in enumerate(cells):
                if isinstance(value, str):
                    page.write_string(number, at, value)
                elif isinstance(value, date):
                    page.write_datetime(number, at, value, of_days)
                elif value is not None:
                    page.write(number, at, value)
    return out


def ours(file):
    (sheet,) = workbook.read(file, lambda _: True, most_rows=100, most_unpacked=1 << 24)
    return {
        (number, at): value
        for number, cells in sheet.rows
        for at, value in enumerate(cells)
        if value is not None
    }


def theirs(file):
    page = load_workbook(file, read_only=True, data_only=True)["offers"]
    page.reset_dimensions()
    return {
        (number, at): value
        for number, cells in enumerate(page.iter_rows(values_only=True), start=1)
        for at, value in enumerate(cells)
        if value is not None
    }


def alike(value):
    """A value as both tell it: numbers by the digits that Excel keeps."""
    return written(value) if type(value) in (int, float) else (type(value), value)


@settings(max_examples=50)
@given(TABLES, FORMATS, st.booleans())
def test_cells_are_what_openpyxl_finds(table, code, mac):
    file = made(table, code, mac)
    found, expected = ours(file), theirs(file)
    assert {at: alike(one) for at, one in found.items()} == {
        at: alike(one) for at, one in expected.items()
    }
