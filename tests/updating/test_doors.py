"""The history says by which door each change came in, and each that was refused."""

import pytest

from tests.support.application import question
from tests.support.doors import (
    UPDATE,
    Desk,
    by_command,
    by_file,
    by_form,
    by_grid,
    by_paste,
)

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
# The row that is changed is named where a door does not find it by its ref.
DOORS = {
    "form": lambda desk: by_form(desk, "offers", CELLS, "1", "1"),
    "grid": lambda desk: by_grid(desk, "offers", CELLS, "1", 1),
    "paste": lambda desk: by_paste(desk, "offers", CELLS),
    "file": lambda desk: by_file(desk, "offers", CELLS),
}


@pytest.fixture
def desk(world, sqlite_url, tmp_path):
    """The desk of an organisation: `desk(person(), "riverside")`."""
    return lambda browser, owner: Desk("north", owner, browser, sqlite_url, tmp_path)


def doors(stored, table):
    return [(line["door"], line["row"]) for line in stored("audit") if line["table"] == table]


@pytest.mark.parametrize("door", DOORS)
def test_a_change_is_noted_with_its_door(desk, person, stored, door):
    came = DOORS[door](desk(person(), "riverside"))
    assert (came.taken, stored("offers")[0]["places"]) == (True, 9)
    assert doors(stored, "offers") == [(door, "north/riverside/O1")]


@pytest.mark.parametrize("door", DOORS)
def test_a_refusal_is_noted_with_its_door_and_its_address(desk, person, stored, door):
    theirs = desk(person(), "northern")
    assert DOORS[door](theirs).status == 403
    ((noted, where),) = doors(stored, "denied")
    assert (noted, where.startswith(f"{theirs.home}/")) == (door, True)


def test_a_grid_that_may_not_be_seen_is_noted_too(desk, person, stored):
    theirs = f"{desk(None, 'northern').home}/offers/grid"
    person().send(UPDATE, question(theirs))
    assert doors(stored, "denied") == [("grid", theirs)]


def test_a_file_of_the_command_line_is_noted_with_its_door(desk, stored):
    came = by_command(desk(None, "riverside"), "offers", CELLS)
    assert came.taken, came.said
    assert doors(stored, "offers") == [("command", "north/riverside/O1")]


def test_an_address_of_odd_letters_is_noted_without_them(person, stored):
    assert person().get("/update/nor\0th/x").status_code == 403
    assert doors(stored, "denied") == [("form", "/update/nor?th/x")]
