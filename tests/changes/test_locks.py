"""What was signed off keeps its values, by every door; what came later may be added."""

from dataclasses import replace
from datetime import date

import pytest

from data.changes import confirming, states
from data.changes.rows import Edit, Place, void
from data.changes.upload import Request, upload
from data.returns import form_input
from data.returns.return_key import ReturnKey
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from tests.changes.conftest import NOW, OFFERS, by, current

PLACEMENTS = Place("placements", "north", "northern")
UNIVERSITY = by("coordinator", "northern")


@pytest.fixture
def sign(engine):
    """Signs off the return of an organisation."""

    def off(organisation="riverside"):
        which = ReturnKey("north", organisation, "2025/26 Q1")
        confirming.confirm(engine, by("manager"), which, SHEETS)
        states.take(engine, by("manager"), which, "submit")
        states.take(engine, by("manager"), which, "sign-off", "Mina")

    return off


def problems(outcome):
    return [(one.column, one.problem) for one in outcome.errors]


SIGNED = [("places", "This was signed off for 2025/26 Q1 as “4”.")]


def test_a_form_is_refused(enter, sign, stored):
    enter(places="4")
    sign()
    assert problems(enter(current(stored), places="5").outcome) == SIGNED
    assert current(stored)["places"] == 4


@pytest.mark.parametrize("door", ["grid", "paste", "file", "command"])
def test_every_other_door_is_refused_alike(enter, sign, stored, engine, door):
    enter(places="4")
    sign()
    cells = texts(SHEETS["offers"], current(stored)) | {"places": "5"}
    reading = replace(form_input.reading(SHEETS["offers"], [cells]), digest="0" * 64)
    request = Request("offers.csv", "riverside", "north", "offers")
    assert problems(upload(engine, reading, request, by(door=door))) == SIGNED
    assert current(stored)["places"] == 4


def test_a_signed_row_is_not_voided(enter, sign, stored, engine):
    enter(places="4")
    sign()
    row = current(stored)
    saved = void(engine, Edit(OFFERS, row["id"], row["version"], {}, "void"), "Twice", by())
    assert problems(saved.outcome) == [("", "This row was signed off for 2025/26 Q1.")]


def test_reopened_it_may_be_changed(enter, sign, stored, engine):
    enter(places="4")
    sign()
    which = ReturnKey("north", "riverside", "2025/26 Q1")
    states.take(engine, by("manager"), which, "reopen", "A team closed")
    enter(current(stored), places="5")
    assert current(stored)["places"] == 5


def test_a_new_row_may_be_added(enter, sign, stored):
    enter(places="4")
    sign()
    assert enter(places="2").outcome.new == 1


def test_a_blank_may_be_filled(enter, sign, stored):
    enter(places="4")
    sign()
    enter(current(stored), team="Hospital discharge")
    assert current(stored)["team"] == "Hospital discharge"


def test_what_was_filled_may_not_be_blanked(enter, sign, stored):
    enter(places="4", team="Hospital discharge")
    sign()
    saved = enter(current(stored), team="")
    assert [column for column, _ in problems(saved.outcome)] == ["team"]


@pytest.mark.parametrize(
    "later",
    [
        {"status": "started", "actual_start": "2025-12-01"},
        {"status": "cancelled", "status_reason": "Left the course"},
        {"status": "confirmed"},
    ],
    ids=["a start", "an end", "a step on"],
)
def test_what_came_later_may_be_added(enter, sign, stored, later):
    enter(place=PLACEMENTS, author=UNIVERSITY)
    sign("northern")
    row = current(stored, "placements")
    assert enter(row, place=PLACEMENTS, author=UNIVERSITY, **later).outcome.errors == ()


def test_a_step_back_is_a_changed_value(enter, sign, stored):
    enter(place=PLACEMENTS, author=UNIVERSITY, status="started", actual_start="2025-09-22")
    sign("northern")
    row = current(stored, "placements")
    saved = enter(row, place=PLACEMENTS, author=UNIVERSITY, status="matched", actual_start="")
    assert {column for column, _ in problems(saved.outcome)} == {"status", "actual_start"}


def test_a_day_after_the_quarter_is_no_part_of_what_was_signed(enter, sign, stored):
    # The return is signed in December for a quarter that ended in November.
    enter(place=PLACEMENTS, author=UNIVERSITY, status="started", actual_start="2025-12-01")
    sign("northern")
    row = current(stored, "placements")
    enter(row, place=PLACEMENTS, author=UNIVERSITY, actual_start="2025-12-02")
    assert current(stored, "placements")["actual_start"] == date(2025, 12, 2)


def test_somebody_else_s_signature_locks_nothing(enter, sign, stored):
    enter(places="4")
    sign("northern")
    enter(current(stored), places="5")
    assert current(stored)["places"] == 5


def test_a_signature_says_when_and_what(enter, sign, stored):
    enter(places="4")
    sign()
    (kept,) = stored("signed_row")
    assert (kept["held"]["places"], kept["signed_at"], kept["released_at"]) == (4, NOW, None)
