"""The grid: what is done on it reaches the data by the same rules as any other door."""

from tests import factories
from tests.callbacks.grid.conftest import OFFER, came, told

NEW = {**OFFER, "id": "new-1", "version": None, "once": "mark", "ref": "", "places": 9}


def test_a_changed_cell_is_stored_and_the_row_comes_back(grid, stored):
    answer = grid(row=OFFER | {"places": "7"})
    assert (told(answer), stored()[0]["places"]) == ("Saved.", 7)
    (row,) = came(answer)["rows"]
    assert (row["places"], row["version"]) == (7.0, 2)


def test_a_wrong_value_is_said_and_the_stored_one_comes_back(grid, stored):
    answer = grid(row=OFFER | {"places": "many"})
    assert told(answer).startswith("Places: ")
    assert (came(answer)["rows"][0]["places"], stored()[0]["places"]) == (4.0, 4)


def test_a_new_row_waits_until_all_it_needs_is_there(grid, stored):
    unfinished = grid(row=NEW | {"level": ""})
    assert ("Level: A value is missing." in told(unfinished), len(stored())) == (True, 1)
    answer = grid(row=NEW)
    assert (told(answer), len(stored())) == ("Added.", 2)
    assert came(answer)["gone"] == [{"id": "new-1"}]
    assert came(answer)["added"][0]["places"] == 9.0


def test_a_new_row_that_is_sent_twice_is_stored_once(grid, stored):
    grid(row=NEW)
    grid(row=NEW)
    assert len(stored()) == 2


def test_two_people_on_one_row_both_see_it_and_the_later_one_chooses(grid, stored):
    grid("manager", "partnership:north", row=OFFER | {"places": "7"})
    answer = grid(row=OFFER | {"places": "9"})
    assert stored()[0]["places"] == 7
    assert came(answer)["rows"][0]["places"] == 7.0
    assert "0@example.org changed it" in came(answer)["both"]
    kept = grid(
        done="keep", row=OFFER | {"places": "9"}, version=came(answer)["rows"][0]["version"]
    )
    assert (told(kept), stored()[0]["places"]) == ("Saved.", 9)


def test_a_row_is_voided_with_a_reason(grid, stored):
    asked = grid(done="void", row=OFFER)
    assert "A reason is missing." in told(asked)
    answer = grid(done="void", row=OFFER, reason="Entered twice")
    assert came(answer)["gone"] == [{"id": "1"}]
    assert stored()[0]["voided_reason"] == "Entered twice"


def test_one_s_own_changes_are_undone_one_by_one(grid, stored):
    grid(row=OFFER | {"places": "5"})
    grid(row=OFFER | {"places": "6", "version": 2})
    found = []
    for _ in range(2):
        assert told(grid(done="undo")) == "Undone."
        found.append(stored()[0]["places"])
    assert (found, told(grid(done="undo"))) == (
        [5, 4],
        "There is nothing of yours to undo on this sheet.",
    )


def test_a_change_that_is_sent_again_is_stored_once(grid, stored):
    answers = [grid(row=OFFER | {"places": "7", "once": "mark"}) for _ in range(2)]
    assert [told(answer) for answer in answers] == ["Saved.", "Saved."]
    assert (stored()[0]["places"], stored()[0]["version"]) == (7, 2)


def test_a_change_and_its_undoing_bring_back_the_one_row(grid, holding):
    holding(factories.offer(ref="O2"))
    answers = [grid(row=OFFER | {"places": "7"}), grid(done="undo")]
    assert [[row["ref"] for row in came(answer)["rows"]] for answer in answers] == [["O1"], ["O1"]]


def test_what_was_added_goes_when_that_is_undone_and_what_was_voided_comes_back(grid):
    new = came(grid(row=NEW))["added"][0]
    assert came(grid(done="undo"))["gone"] == [{"id": new["id"]}]
    grid(done="void", row=OFFER, reason="Entered twice")
    assert [row["ref"] for row in came(grid(done="undo"))["added"]] == ["O1"]
