"""Cells become values, or are refused in words."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.returns import values
from data.returns.cells import NOT_APPLICABLE, reader
from data.returns.known import Known
from data.returns.problems import RefusedError
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Column

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
CELLS = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.from_regex(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}"),
)
# One column of each kind.
COLUMNS = list({c.kind: c for sheet in SHEETS.values() for c in sheet.columns}.values())


@given(DAYS)
def test_a_day_reads_alike_however_it_is_written(day):
    written = (
        day,
        datetime(day.year, day.month, day.day),
        day.isoformat(),
        f" {day.day}/{day.month}/{day.year} ",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {MONTHS[day.month - 1].upper()} {day.year}",
    )
    assert {values.day(one) for one in written} == {day}


def test_with_slashes_the_day_comes_first():
    assert values.day("01/02/2026") == date(2026, 2, 1)


@pytest.mark.parametrize(
    "raw",
    [
        "01/02/26",
        "2026/02/01",
        "1 February 2026",
        "31/02/2026",
        "13/13/2026",
        "01-02-2026",
        "2026-2-1",
        "0206-02-01",
        "soon",
        46054,
        True,
        time(9),
        timedelta(days=1),
    ],
)
def test_nothing_else_is_a_date(raw):
    with pytest.raises(RefusedError, match="not a date"):
        values.day(raw)


@given(st.integers(0, values.LARGEST))
def test_a_whole_number_reads_alike_however_it_is_written(number):
    written = (number, float(number), str(number), f" {number:,} ", f"{number}.0")
    assert {values.whole_number(one) for one in written} == {number}


@pytest.mark.parametrize(
    "raw", ["1e3", "12.5", 12.5, "twelve", "1,2", "4-6", float("nan"), float("inf"), True, 2**31]
)
def test_nothing_else_is_a_whole_number(raw):
    with pytest.raises(RefusedError):
        values.whole_number(raw)


@given(st.integers(0, 10**9))
def test_money_is_kept_to_the_penny(pence):
    pounds = f"{pence / 100:,.2f}"
    written = (f"{pence / 100:.2f}", f"£{pounds}", f" £ {pounds} ", pounds, pence / 100)
    assert {values.pence(one) for one in written} == {pence}


@pytest.mark.parametrize("raw", ["-£1,200.50", "£-1,200.50", "- £1200.50", "-1200.50", -1200.5])
def test_money_below_nought_is_read_as_such_so_that_it_can_be_refused(raw):
    assert values.pence(raw) == -120_050


def test_money_finer_than_a_penny_is_refused():
    with pytest.raises(RefusedError, match="finer than a penny"):
        values.pence("12.345")


@pytest.mark.parametrize("raw", ["2025/27", "2025-26", "2025/2026", "25/26", 2025])
def test_an_academic_year_is_two_years_that_follow_each_other(raw):
    with pytest.raises(RefusedError, match="not an academic year"):
        values.academic_year(raw)


def test_a_financial_year_is_written_with_a_dash():
    assert values.financial_year(" 2025-26 ") == "2025-26"


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.kind)
@given(raw=CELLS)
def test_a_cell_is_read_or_refused_and_never_breaks_the_reader(column, raw):
    with suppress(RefusedError):
        reader(column, Known())(raw)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("level", "PLO 1", "first"),
        ("level", "plo2", "final"),
        ("level", "70-day", "first"),
        ("level", "100 Day", "final"),
        ("level", " FINAL ", "final"),
        ("service_area", "C&F", "children"),
        ("service_area", "Mental Health", "mental_health"),
        ("pe_mode", "Long arm", "off_site"),
    ],
)
def test_a_code_is_known_by_its_other_names(name, raw, code):
    assert reader(SHEETS["placements"].column(name), Known())(raw) == code


def test_a_number_that_is_a_code_is_read_as_one():
    assert reader(SHEETS["pe_training"].column("stage"), Known())(1) == "1"


def test_not_applicable_is_no_blank():
    people = SHEETS["activities"].column("people")
    assert [reader(people, Known())(raw) for raw in ("N/A", "", 0)] == [NOT_APPLICABLE, None, 0]


def test_a_reference_that_excel_took_for_a_number_stays_as_it_was_typed():
    assert reader(Column("ref", "ref"), Known())(17.0) == "17"
