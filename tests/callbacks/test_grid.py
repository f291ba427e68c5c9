"""The grid: what is done on it reaches the data by the same rules as any other door."""

import re

import pytest

from dashboard import ids
from dashboard.grid_editor import MOST
from data.returns.sheets import SHEETS
from layouts.grid import LEFT_OUT
from layouts.grid import grid as drawn
from tests import factories
from tests.support.application import on_the_grid, question

SCRIPT = r'<script src="[^"]*dash_ag_grid[^"]*">'
PATH = "/update/north/riverside/offers/grid"
OFFER = {
    "id": "1",
    "version": 1,
    "ref": "O1",
    "sector": "local_authority",
    "level": "final",
    "service_area": "adults",
    "statutory": "yes",
    "window_start": "2025-09-22",
    "places": 4,
    "status": "offered",
}
NEW = {**OFFER, "id": "new-1", "version": None, "once": "mark", "ref": "", "places": 9}


@pytest.fixture
def world(holding):
    holding(*factories.reference(), factories.offer(ref="O1", places=4), factories.placement())


@pytest.fixture
def grid(world, account, browser_of):
    """Does something on a grid: `grid(row=OFFER | {"places": 5})`; gives the answer."""
    people = {}

    def act(role="coordinator", scope="organisation:riverside", path=PATH, **given):
        who = (role, scope)
        if who not in people:
            scopes = () if role == "administrator" else (scope,)
            people[who] = browser_of(account(role, *scopes, email=f"{len(people)}@example.org"))
        return people[who].send("/_dash-update-component", on_the_grid(path, **given))

    return act


@pytest.fixture
def stored(sqlite_engine):
    def look(table="offers"):
        with sqlite_engine.connect() as connection:
            found = connection.execute(factories.FACTS[table].select()).mappings().all()
        return [dict(row) for row in found]

    return look


def came(answer):
    return answer.get_json()["response"][ids.GRID_ANSWER]["data"]


def told(answer):
    return came(answer)["words"]


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


def test_more_rows_than_the_grid_holds_are_named_as_left_out():
    rows = [{"id": str(number)} for number in range(MOST + 1)]
    for count, hidden in ((MOST, True), (MOST + 1, False)):
        shown = drawn(SHEETS["offers"], rows[:count], "/update/north/riverside")
        (left_out,) = [p for p in shown.children if getattr(p, "children", "") == LEFT_OUT]
        assert (left_out.hidden, len(shown["grid"].rowData)) == (hidden, MOST)


def test_somebody_else_s_changes_are_not_undone(grid, stored):
    grid("manager", "partnership:north", row=OFFER | {"places": "7"})
    assert "nothing of yours" in told(grid(done="undo"))
    assert stored()[0]["places"] == 7


ELSEWHERE = [
    "/update/north/northern/placements/grid",
    "/update/nowhere/nobody/offers/grid",
    "/update/north/riverside/placements/grid",
    "/update/north/riverside/audit/grid",
]


@pytest.mark.parametrize("path", ELSEWHERE)
@pytest.mark.parametrize("done", ["change", "void", "undo"])
def test_a_path_that_is_not_one_s_own_is_refused(grid, stored, path, done):
    before = stored(), stored("placements")
    answer = grid(done=done, path=path, row=OFFER, reason="x")
    assert answer.status_code == 403
    assert (stored(), stored("placements")) == before


@pytest.mark.parametrize("role", ["viewer", "funder", "approver"])
@pytest.mark.parametrize("done", ["change", "void", "undo", "keep"])
def test_a_coordinator_s_request_in_another_s_session_is_refused(grid, stored, role, done):
    before = stored()
    answer = grid(role, done=done, row=OFFER | {"places": 9}, reason="x", version=1)
    assert (answer.status_code, stored()) == (403, before)


def test_another_partner_s_row_can_t_be_reached_by_its_id(grid, stored):
    before = stored("placements")
    answer = grid(row=OFFER | {"places": "5"}, path=PATH.replace("offers", "finance"))
    assert "There is no such row any more." in told(answer)
    assert stored("placements") == before


BAD = [
    None,
    [],
    "x",
    7,
    {},
    {"id": 1},
    {"id": "1e3", "version": 1},
    {"id": "1", "version": "1"},
    {"id": "1", "version": True},
    {"id": "1" * 40, "version": 1},
    {"id": "-1", "version": 1},
]


@pytest.mark.parametrize("row", BAD, ids=str)
def test_what_no_grid_sends_is_refused_in_words(grid, stored, row):
    before = stored()
    answers = [
        grid(row=row),
        grid(done="keep", row=row, version=1),
        grid(done="void", row=row, reason="x"),
    ]
    assert {answer.status_code for answer in answers} == {400}
    assert stored() == before


def test_the_page_of_a_grid_holds_the_rows(world, account, browser_of):
    browser = browser_of(account("coordinator", "organisation:riverside"))
    answer = browser.send("/_dash-update-component", question(PATH))
    slots = answer.get_json()["response"]["answer"]["data"]["slots"]
    assert slots["heading"]["children"] == "Offers: Riverside"
    assert '"ref": "O1"' in str(slots).replace("'", '"')


@pytest.mark.parametrize("path", ["/", "/placements", "/help"])
def test_no_other_page_asks_for_the_script_of_the_grid(account, browser_of, path):
    page = browser_of(account("administrator")).get(path).text
    assert re.findall(SCRIPT, page) == []


@pytest.mark.parametrize("path", ["/", "/placements", PATH])
def test_no_page_asks_for_a_table_that_none_has(account, browser_of, path):
    assert "/dash_table/" not in browser_of(account("administrator")).get(path).text


def test_the_page_of_a_grid_asks_for_its_script(account, browser_of):
    page = browser_of(account("administrator")).get(PATH).text
    assert len(re.findall(SCRIPT, page)) == 1
