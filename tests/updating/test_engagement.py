"""Activities and agreements by every door: what is taken, what is asked for again, and why."""

import re
from datetime import date
from io import BytesIO

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from tests.support.application import on_the_grid
from tests.updating.conftest import HOME

GRID = "/_dash-update-component"
ACTIVITY = {
    "ref": "M1",
    "type": "governance_meeting",
    "title": "Steering group",
    "held_on": "2025-10-01",
    "status": "held",
    "role": "chair",
    "people": "3",
    "hours": "n/a",
    "host": "northern",
    "service_area": "adults",
}
AGREEMENT = {
    "ref": "C1",
    "type": "contract",
    "hei": "northern",
    "title": "National contract",
    "starts_on": "2025-09-01",
    "review_due": "2026-06-01",
    "ends_on": "2028-08-31",
    "places_per_year_low": "10",
    "places_per_year_high": "",
    "fte": "0.25",
    "in_return": "Courses without a fee",
    "funded_by": "",
    "status": "active",
}
ROWS = {"activities": ACTIVITY, "agreements": AGREEMENT}
# What each sheet makes of its row.
KEPT = {
    "activities": {
        "held_on": date(2025, 10, 1),
        "people": 3,
        "hours": None,
        "hours_na": True,
        "host": "northern",
    },
    "agreements": {
        "review_due": date(2026, 6, 1),
        "places_per_year_low": 10,
        "places_per_year_high": None,
        "fte": 0.25,
        "in_return": "Courses without a fee",
    },
}
WRONG = [
    ("activities", "type", "dancing", "This code is unknown."),
    ("activities", "held_on", "31/02/2026", "This is not a date."),
    ("activities", "people", "1.5", "This is not a whole number."),
    ("activities", "hours", "-1", "This is under 0."),
    ("activities", "host", "Nowhere", "This organisation is unknown."),
    ("agreements", "hei", "riverside", "This is no university."),
    ("agreements", "ends_on", "2024-08-31", "This is before starts_on."),
    ("agreements", "places_per_year_high", "4", "This is under places_per_year_low."),
    ("agreements", "title", "", "A value is missing."),
    ("agreements", "fte", "n/a", "is not allowed in this column."),
]


def by_form(browser, sheet, cells):
    named = {f"cell-{name}": value for name, value in cells.items()}
    fields = {"row": "0", "version": "0", "once": "x", **named}
    return browser.post(f"{HOME}/{sheet}/row", fields)


def by_grid(browser, sheet, cells):
    row = cells | {"id": "new-1", "version": None, "once": "x"}
    return browser.send(GRID, on_the_grid(f"{HOME}/{sheet}/grid", row=row))


def _lines(cells, between):
    return f"{between.join(cells)}\n{between.join(cells.values())}\n"


def _confirmed(browser, looked):
    token = re.search(r'name="token" value="([^"]+)"', looked.text)
    return browser.post(f"{HOME}/file/confirm", {"token": token[1]}) if token else looked


def by_paste(browser, sheet, cells):
    sent = {"rows": _lines(cells, "\t"), "sheet": sheet}
    return _confirmed(browser, browser.post(f"{HOME}/file", sent))


def by_file(browser, sheet, cells):
    file = (BytesIO(_lines(cells, ",").encode()), f"{sheet}.csv")
    return _confirmed(browser, browser.post(f"{HOME}/file", {"file": file, "sheet": sheet}))


DOORS = {"form": by_form, "grid": by_grid, "paste": by_paste, "file": by_file}


@pytest.fixture
def by_command(world, sqlite_url, tmp_path):
    def send(sheet, cells):
        file = tmp_path / f"{sheet}.csv"
        file.write_text(_lines(cells, ","), encoding="utf-8")
        options = ["--sheet", sheet, "--as", "riverside", "--in", "north"]
        asked = CliRunner(env={"DATABASE_URL": sqlite_url})
        return asked.invoke(main, ["import", str(file), *options])

    return send


def kept(stored, sheet):
    return [{name: row[name] for name in KEPT[sheet]} for row in stored(sheet)]


@pytest.mark.parametrize("sheet", ROWS)
@pytest.mark.parametrize("door", DOORS)
def test_a_row_is_taken(person, stored, door, sheet):
    DOORS[door](person(), sheet, ROWS[sheet])
    assert kept(stored, sheet) == [KEPT[sheet]]


@pytest.mark.parametrize("sheet", ROWS)
def test_a_row_is_taken_by_command(by_command, stored, sheet):
    assert by_command(sheet, ROWS[sheet]).exit_code == 0
    assert kept(stored, sheet) == [KEPT[sheet]]


@pytest.mark.parametrize(("sheet", "column", "value", "problem"), [WRONG[0], WRONG[-1]])
@pytest.mark.parametrize("door", DOORS)
def test_a_wrong_value_is_named_and_nothing_is_written(
    person, stored, door, sheet, column, value, problem
):
    answer = DOORS[door](person(), sheet, ROWS[sheet] | {column: value})
    assert (problem in answer.text, stored(sheet)) == (True, [])


@pytest.mark.parametrize(("sheet", "column", "value", "problem"), WRONG)
def test_a_wrong_value_is_named_by_command(by_command, stored, sheet, column, value, problem):
    answer = by_command(sheet, ROWS[sheet] | {column: value})
    assert (answer.exit_code, problem in answer.output, stored(sheet)) == (1, True, [])


def test_activities_of_a_partner_are_entered_by_either_kind_of_partner(person, stored):
    browser = person("coordinator", "organisation:northern")
    answer = browser.post(
        "/update/north/northern/activities/row",
        {"row": "0", "version": "0", "once": "x"}
        | {f"cell-{name}": value for name, value in ACTIVITY.items()},
    )
    assert (answer.status_code, stored("activities")[0]["owner"]) == (303, "northern")
