"""The history says by which door each change came in, and each that was refused."""

import re
from io import BytesIO

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from tests.support.application import on_the_grid, question
from tests.updating.conftest import HOME

UPDATE = "/_dash-update-component"
THEIRS = "/update/north/northern"
CELLS = {
    "ref": "O1",
    "sector": "local_authority",
    "level": "final",
    "service_area": "adults",
    "statutory": "yes",
    "window_start": "2025-09-22",
    "places": "9",
    "status": "offered",
}
LINES = f"{','.join(CELLS)}\n{','.join(CELLS.values())}\n"
FILE = "offers.csv"


def by_form(browser, home):
    cells = {f"cell-{name}": value for name, value in CELLS.items()}
    return browser.post(f"{home}/offers/row", {"row": "1", "version": "1", "once": "x", **cells})


def by_grid(browser, home):
    row = CELLS | {"id": "1", "version": 1}
    return browser.send(UPDATE, on_the_grid(f"{home}/offers/grid", row=row))


def by_paste(browser, home):
    looked = browser.post(f"{home}/file", {"rows": LINES, "sheet": "offers"})
    return _confirmed(browser, home, looked)


def by_file(browser, home):
    file = (BytesIO(LINES.encode()), FILE)
    looked = browser.post(f"{home}/file", {"file": file, "sheet": "offers"})
    return _confirmed(browser, home, looked)


def _confirmed(browser, home, looked):
    token = re.search(r'name="token" value="([^"]+)"', looked.text)
    # Whatever a page says of the door now.
    form = {"token": token and token[1], "door": "form"}
    return browser.post(f"{home}/file/confirm", form) if token else looked


DOORS = {"form": by_form, "grid": by_grid, "paste": by_paste, "file": by_file}


def doors(stored, table):
    return [(line["door"], line["row"]) for line in stored("audit") if line["table"] == table]


@pytest.mark.parametrize("door", DOORS)
def test_a_change_is_noted_with_its_door(person, stored, door):
    answer = DOORS[door](person(), HOME)
    assert (answer.status_code in (200, 303), stored("offers")[0]["places"]) == (True, 9)
    assert doors(stored, "offers") == [(door, "north/riverside/O1")]


@pytest.mark.parametrize("door", DOORS)
def test_a_refusal_is_noted_with_its_door_and_its_address(person, stored, door):
    assert DOORS[door](person(), THEIRS).status_code == 403
    ((noted, where),) = doors(stored, "denied")
    assert (noted, where.startswith(f"{THEIRS}/")) == (door, True)


def test_a_grid_that_may_not_be_seen_is_noted_too(person, stored):
    person().send(UPDATE, question(f"{THEIRS}/offers/grid"))
    assert doors(stored, "denied") == [("grid", f"{THEIRS}/offers/grid")]


def test_a_file_of_the_command_line_is_noted_with_its_door(world, stored, sqlite_url, tmp_path):
    file = tmp_path / FILE
    file.write_text(LINES, encoding="utf-8")
    options = ["--sheet", "offers", "--as", "riverside", "--in", "north"]
    done = CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(main, ["import", str(file), *options])
    assert done.exit_code == 0, done.output
    assert doors(stored, "offers") == [("command", "north/riverside/O1")]


def test_an_address_of_odd_letters_is_noted_without_them(person, stored):
    assert person().get("/update/nor\0th/x").status_code == 403
    assert doors(stored, "denied") == [("form", "/update/nor?th/x")]
