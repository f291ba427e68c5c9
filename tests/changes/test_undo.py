"""A change is taken back whole, or not at all; never over what somebody did since."""

import pytest

from data.changes import undo
from data.changes.rows import Edit, Place, void
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from tests.changes.conftest import OFFERS, by, current
from tests.changes.row_changes import last_change, values


def test_a_change_is_taken_back(enter, stored, engine):
    enter(places="4", team="A")
    before = current(stored)
    enter(before, places="9", team="", window_start="2026-01-12")
    undo.undo(engine, by(), last_change(stored))
    after = current(stored)
    assert (values(after), after["version"]) == (values(before), 3)


def test_a_new_row_is_voided(enter, stored, engine):
    enter(places="4")
    undo.undo(engine, by(), last_change(stored))
    (row,) = stored("offers")
    assert row["voided_reason"].startswith("Undo of change")


def test_a_voided_row_comes_back(enter, stored, engine):
    enter(places="4")
    row = current(stored)
    void(engine, Edit(OFFERS, row["id"], row["version"], {}, "void"), "Twice", by())
    undo.undo(engine, by(), last_change(stored))
    assert values(current(stored)) == values(row)


def test_a_reason_in_ones_own_words_is_not_taken_for_an_undo(enter, stored, engine):
    enter(places="4")
    row = current(stored)
    void(
        engine, Edit(OFFERS, row["id"], row["version"], {}, "void"), "Undo of change of mind", by()
    )
    undo.undo(engine, by(), undo.last_of(engine, by(), "offers", "north", "riverside"))
    assert values(current(stored)) == values(row)


def test_nobody_writes_the_reason_of_an_undo(enter, stored, engine):
    enter(places="4")
    row = current(stored)
    reason = f"Undo of  change {last_change(stored)}"
    saved = void(engine, Edit(OFFERS, row["id"], row["version"], {}, "void"), reason, by())
    assert [error.fix for error in saved.outcome.errors] == ["Say in your own words why it goes."]
    assert values(current(stored)) == values(row)


def test_an_undo_is_undone(enter, stored, engine):
    enter(places="4")
    enter(current(stored), places="9")
    undo.undo(engine, by(), last_change(stored))
    undo.undo(engine, by(), last_change(stored))
    assert current(stored)["places"] == 9


def test_r4_what_somebody_changed_since_is_not_overwritten(enter, stored, engine):
    enter(places="4")
    enter(current(stored), places="5")
    change = last_change(stored)
    enter(current(stored), places="6", author=by("manager"))
    with pytest.raises(RefusedError, match="Changed since"):
        undo.undo(engine, by(), change)
    assert current(stored)["places"] == 6


@pytest.mark.parametrize("author", [by("viewer"), by("coordinator", "northern")])
def test_nobody_undoes_what_is_not_theirs(enter, stored, engine, author):
    enter(places="4")
    for change in (last_change(stored), 9999):
        with pytest.raises(DeniedError):
            undo.undo(engine, author, change)


def test_an_undo_that_would_make_figures_part_of_each_other_is_refused(enter, stored, engine):
    figures = Place("reported_figures", "north", "riverside")

    def put(ref, **cells):
        row = next((row for row in stored(figures.sheet) if row["ref"] == ref), None)
        assert not enter(row, place=figures, ref=ref, **cells).outcome.errors

    put("whole")
    put("part", part_of="whole")
    put("part", part_of="")
    cleared = last_change(stored, figures.sheet)
    put("whole", part_of="part")
    with pytest.raises(RefusedError, match="part_of"):
        undo.undo(engine, by(), cleared)
    assert {row["ref"]: row["part_of"] for row in stored(figures.sheet)} == {
        "whole": "part",
        "part": None,
    }
