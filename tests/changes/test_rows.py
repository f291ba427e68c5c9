"""One row at a time: saved, refused, voided; never lost and never overwritten unseen."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from data.changes.rows import Edit, Place, void
from data.people.rights import DeniedError
from tests.changes.conftest import OFFERS, by, current

PLACEMENTS = Place("placements", "north", "northern")


def problems(saved):
    return [(problem.column, problem.problem) for problem in saved.outcome.errors]


def test_a_new_row_is_stored_with_its_history(enter, stored):
    assert enter(places="4").outcome.new == 1
    row = current(stored)
    (line,) = [line for line in stored("audit") if line["table"] == "offers"]
    assert (row["places"], row["version"], row["updated_by"]) == (4, 1, "coordinator@example.org")
    assert (line["who"], line["door"], line["after"]["places"]) == (
        "coordinator@example.org",
        "form",
        4,
    )


def test_a_new_row_never_overwrites_one_of_the_same_ref(enter, stored):
    enter(ref="O1", places="4")
    saved = enter(ref="O1", places="9")
    assert problems(saved) == [("ref", "There is such a row already.")]
    assert [row["places"] for row in stored("offers")] == [4]


def test_a_change_raises_the_row_s_version_and_that_of_the_data(enter, stored):
    enter(places="4")
    before = stored("data_version")[0]["number"]
    enter(current(stored), places="5")
    row = current(stored)
    assert (row["places"], row["version"]) == (5, 2)
    assert stored("data_version")[0]["number"] == before + 1


def test_readers_are_told_whose_change_it_was(enter, stored):
    enter(places="4")
    assert stored("data_version")[0]["updated_by"] == "Coordinator"


def test_what_is_the_same_changes_nothing(enter, stored):
    enter(places="4")
    before = stored("offers"), stored("audit"), stored("data_version")
    assert enter(current(stored)).outcome.unchanged == 1
    assert (stored("offers"), stored("audit"), stored("data_version")) == before


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"places": "-3"}, "places"),
        ({"places": "many"}, "places"),
        ({"window_start": "31/02/2026"}, "window_start"),
        ({"level": "middle"}, "level"),
        ({"status": "withdrawn"}, "status_on"),
        ({"reserved_for": "riverside"}, "reserved_for"),
    ],
)
def test_what_is_wrong_is_said_by_column_and_nothing_is_written(enter, everything, cells, column):
    before = everything()
    assert column in {name for name, _ in problems(enter(**cells))}
    assert everything() == before


def test_a_row_that_somebody_changed_meanwhile_is_not_overwritten(enter, stored):
    enter(places="4")
    seen = current(stored)
    enter(seen, places="5", author=by("manager"))
    saved = enter(seen, places="6")
    assert (saved.theirs["places"], saved.theirs["updated_by"]) == (5, "manager@example.org")
    assert current(stored)["places"] == 5


def test_who_has_seen_the_other_value_may_keep_their_own(enter, stored):
    enter(places="4")
    seen = current(stored)
    theirs = enter(seen, places="5") and enter(seen, places="6").theirs
    enter(theirs, places="6")
    assert current(stored)["places"] == 6


def test_the_same_wish_is_granted_once(enter, stored):
    answers = [enter(places="4", once="one click").outcome.new for _ in range(2)]
    assert (answers, len(stored("offers"))) == ([1, 1], 1)


def test_two_wishes_alike_are_two(enter, stored):
    enter(places="4", team="A")
    enter(places="4", team="B")
    assert len(stored("offers")) == 2


def test_of_many_who_save_the_same_row_at_once_one_succeeds(enter, stored):
    enter(places="4")
    seen = current(stored)
    with ThreadPoolExecutor(8) as people:
        saved = list(people.map(lambda n: enter(seen, places=str(n)), range(10, 18)))
    assert sum(1 for one in saved if not one.outcome.errors) == 1
    assert sum(1 for one in saved if one.theirs) == 7
    assert current(stored)["version"] == 2


@pytest.mark.parametrize(
    "author",
    [
        by("viewer"),
        by("funder"),
        by("approver"),
        by("coordinator", "northern"),
    ],
    ids=["viewer", "funder", "approver", "another organisation's coordinator"],
)
def test_who_has_no_right_changes_nothing(enter, stored, everything, author):
    enter(places="4")
    before = everything()
    for row in (None, current(stored)):
        with pytest.raises(DeniedError):
            enter(row, places="9", author=author)
    assert everything() == before


def test_a_row_of_another_partner_can_t_be_reached_through_one_s_own_place(enter, everything):
    # A form says where its row is; whoever sends another row's id there finds nothing.
    enter(
        place=PLACEMENTS,
        author=by("coordinator", "northern"),
        student_ref="S1",
    )
    before = everything()
    saved = enter({"id": 1, "version": 1, **dict.fromkeys(("ref", "places"))}, places="9")
    assert [problem.problem for problem in saved.outcome.errors] in (
        ["There is no such row any more."],
    )
    assert everything() == before


def test_a_key_can_t_be_changed_by_a_form(enter, stored):
    enter(ref="O1", places="4")
    enter(current(stored), ref="O2", places="5")
    row = current(stored)
    assert (row["ref"], row["places"]) == ("O1", 5)


@pytest.fixture
def put_aside(engine, stored):
    def call(row, reason="Entered twice", author=None, once="void", version=None):
        edit = Edit(OFFERS, row["id"], version or row["version"], {}, once)
        return void(engine, edit, reason, author or by())

    return call


def test_a_voided_row_stays_with_its_reason(enter, stored, put_aside):
    enter(places="4")
    put_aside(current(stored))
    (row,) = stored("offers")
    assert (row["voided_reason"], row["version"]) == ("Entered twice", 2)
    assert stored("audit")[-1]["reason"] == "Entered twice"


def test_voiding_asks_for_a_reason(enter, stored, put_aside):
    enter(places="4")
    saved = put_aside(current(stored), reason=" ")
    assert problems(saved) == [("", "A reason is missing.")]
    assert current(stored)["voided_at"] is None


def test_a_row_that_somebody_changed_meanwhile_is_not_voided(enter, stored, put_aside):
    enter(places="4")
    seen = current(stored)
    enter(seen, places="5")
    assert put_aside(seen).theirs["places"] == 5
    assert current(stored)["places"] == 5


def test_nobody_voids_what_is_not_theirs(enter, stored, put_aside):
    enter(places="4")
    with pytest.raises(DeniedError):
        put_aside(current(stored), author=by("viewer"))
