"""The sheets that the code declares are the sheets of the contract."""

import csv
from pathlib import Path

import pytest

from data.returns.sheets import SHEETS

CONTRACT = Path(__file__).parents[3] / "shared" / "design" / "columns.csv"

# Typed again by hand, so that a column can't be lost without a word.
COLUMNS = {
    "demand": 9,
    "requests": 8,
    "offers": 17,
    "placements": 23,
    "practice_educators": 12,
    "pe_training": 11,
    "activities": 10,
    "agreements": 13,
    "workforce": 9,
    "newly_qualified": 10,
    "finance": 7,
    "reported_figures": 10,
}
MAY_BE_NOT_APPLICABLE = {
    "offers": {"statutory_days_per_week"},
    "activities": {"people", "hours"},
    "workforce": {"fte_agency", "fte_agency_covering"},
    "newly_qualified": {"placed_here_before", "asye_passed"},
    "finance": {"planned", "actual"},
}


def test_the_sheets_stand_in_the_order_of_the_contract():
    assert list(SHEETS) == list(COLUMNS)


@pytest.mark.parametrize("sheet", COLUMNS)
def test_a_sheet_has_all_its_columns(sheet):
    assert len(SHEETS[sheet].columns) == COLUMNS[sheet]


@pytest.mark.parametrize("sheet", COLUMNS)
def test_not_applicable_is_allowed_where_the_contract_allows_it(sheet):
    allowed = {column.name for column in SHEETS[sheet].columns if column.na_allowed}
    assert allowed == MAY_BE_NOT_APPLICABLE.get(sheet, set())


@pytest.mark.parametrize("sheet", COLUMNS)
def test_a_sheet_is_declared_as_the_contract_lists_it(sheet):
    if not CONTRACT.exists():
        pytest.skip("no contract beside this checkout (../shared/design/columns.csv)")
    with CONTRACT.open(encoding="utf-8", newline="") as file:
        listed = [line for line in csv.DictReader(file) if line["sheet"] == sheet]
    assert as_lines(SHEETS[sheet]) == listed


def as_lines(sheet):
    """A declaration as the contract writes it: a line a column."""
    return [
        {
            "sheet": sheet.name,
            "owner": "|".join(sheet.owners),
            "column": column.name,
            "type": column.kind,
            "required": "yes" if column.required else "no",
            "values": "|".join(column.values),
            "na_allowed": "yes" if column.na_allowed else "no",
            "note": column.note,
        }
        for column in sheet.columns
    ]
