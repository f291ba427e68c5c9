"""The grid: what is done on it reaches the data by the same rules as any other door."""

import re

import pytest

from dashboard import ids
from tests import factories
from tests.support.application import question

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
def grid(world, account, browser_of, closed):
    """Does something on a grid: `grid(changed=OFFER | {"places": 5})`; gives the answer."""
    (output,) = [key for key in closed.callback_map if ids.GRID_TOLD in key]
    people = {}

    def act(
        role="coordinator",
        scope="organisation:riverside",
        done="changed",
        path=PATH,
        changed=None,
        chosen=None,
        reason=None,
        mine=None,
    ):
        who = (role, scope)
        if who not in people:
            scopes = () if role == "administrator" else (scope,)
            people[who] = browser_of(account(role, *scopes, email=f"{len(people)}@example.org"))
        triggers = {
            "changed": (ids.GRID, "cellValueChanged"),
            "undo": (ids.GRID_UNDO, "n_clicks"),
            "void": (ids.GRID_VOID, "n_clicks"),
            "keep": (ids.GRID_MINE, "n_clicks"),
        }
        sent = {"changed": [{"data": changed}] if changed else None, done: 1}
        if done == "changed":
            sent["changed"] = [{"data": changed}]
        states = [
            (ids.GRID_MINE_ROW, "data", mine),
            (ids.GRID, "selectedRows", chosen),
            (ids.GRID_REASON, "value", reason),
            (ids.ADDRESS, "pathname", path),
        ]
        body = {
            "output": output,
            "outputs": [
                {"id": each.split(".")[0], "property": each.split(".")[1]}
                for each in output.strip(".").split("...")
            ],
            "inputs": [
                {"id": name, "property": prop, "value": sent.get(key)}
                for key, (name, prop) in triggers.items()
            ],
            "state": [{"id": n, "property": p, "value": v} for n, p, v in states],
            "changedPropIds": [".".join(triggers[done])],
        }
        return people[who].send("/_dash-update-component", body)

    return act


@pytest.fixture
def stored(sqlite_engine):
    def look(table="offers"):
        with sqlite_engine.connect() as connection:
            found = connection.execute(factories.FACTS[table].select()).mappings().all()
        return [dict(row) for row in found]

    return look


def told(answer):
    return answer.get_json()["response"][ids.GRID_TOLD]["children"]


def rows(answer):
    return answer.get_json()["response"][ids.GRID]["rowTransaction"]


def test_a_changed_cell_is_stored_and_the_row_comes_back(grid, stored):
    answer = grid(changed=OFFER | {"places": "7"})
    assert (told(answer), stored()[0]["places"]) == ("Saved.", 7)
    (row,) = rows(answer)["update"]
    assert (row["places"], row["version"]) == (7.0, 2)


def test_a_wrong_value_is_said_and_the_stored_one_comes_back(grid, stored):
    answer = grid(changed=OFFER | {"places": "many"})
    assert told(answer).startswith("Places: ")
    assert (rows(answer)["update"][0]["places"], stored()[0]["places"]) == (4.0, 4)


def test_a_new_row_waits_until_all_it_needs_is_there(grid, stored):
    unfinished = grid(changed=NEW | {"level": ""})
    assert ("Level: A value is missing." in told(unfinished), len(stored())) == (True, 1)
    answer = grid(changed=NEW)
    assert (told(answer), len(stored())) == ("Added.", 2)
    assert rows(answer)["remove"] == [{"id": "new-1"}]
    assert rows(answer)["add"][0]["places"] == 9.0


def test_a_new_row_that_is_sent_twice_is_stored_once(grid, stored):
    grid(changed=NEW)
    grid(changed=NEW)
    assert len(stored()) == 2


def test_two_people_on_one_row_both_see_it_and_the_later_one_chooses(grid, stored):
    grid("manager", "partnership:north", changed=OFFER | {"places": "7"})
    answer = grid(changed=OFFER | {"places": "9"})
    response = answer.get_json()["response"]
    assert stored()[0]["places"] == 7
    assert rows(answer)["update"][0]["places"] == 7.0
    assert "0@example.org changed it" in response[ids.GRID_BOTH]["children"]
    assert response[ids.GRID_PENDING]["hidden"] is False
    kept = grid(done="keep", mine=response[ids.GRID_MINE_ROW]["data"])
    assert (told(kept), stored()[0]["places"]) == ("Saved.", 9)


def test_a_row_is_voided_with_a_reason(grid, stored):
    asked = grid(done="void", chosen=[OFFER])
    assert "A reason is missing." in told(asked)
    answer = grid(done="void", chosen=[OFFER], reason="Entered twice")
    assert rows(answer)["remove"] == [{"id": "1"}]
    assert stored()[0]["voided_reason"] == "Entered twice"


def test_without_a_row_there_is_nothing_to_void(grid):
    assert "Choose a row first" in told(grid(done="void", reason="x"))


def test_one_s_own_changes_are_undone_one_by_one(grid, stored):
    grid(changed=OFFER | {"places": "5"})
    grid(changed=OFFER | {"places": "6", "version": 2})
    found = []
    for _ in range(2):
        assert told(grid(done="undo")) == "Undone."
        found.append(stored()[0]["places"])
    assert (found, told(grid(done="undo"))) == (
        [5, 4],
        "There is nothing of yours to undo on this sheet.",
    )


def test_somebody_else_s_changes_are_not_undone(grid, stored):
    grid("manager", "partnership:north", changed=OFFER | {"places": "7"})
    assert "nothing of yours" in told(grid(done="undo"))
    assert stored()[0]["places"] == 7


ELSEWHERE = [
    "/update/north/northern/placements/grid",
    "/update/nowhere/nobody/offers/grid",
    "/update/north/riverside/placements/grid",
    "/update/north/riverside/audit/grid",
]


@pytest.mark.parametrize("path", ELSEWHERE)
@pytest.mark.parametrize("done", ["changed", "void", "undo"])
def test_a_path_that_is_not_one_s_own_is_refused(grid, stored, path, done):
    before = stored(), stored("placements")
    answer = grid(done=done, path=path, changed=OFFER, chosen=[OFFER], reason="x")
    assert answer.status_code == 403
    assert (stored(), stored("placements")) == before


@pytest.mark.parametrize("role", ["viewer", "funder", "approver"])
@pytest.mark.parametrize("done", ["changed", "void", "undo", "keep"])
def test_a_coordinator_s_request_in_another_s_session_is_refused(grid, stored, role, done):
    before = stored()
    mine = {"row": OFFER | {"places": 9}, "version": 1}
    answer = grid(role, done=done, changed=OFFER, chosen=[OFFER], reason="x", mine=mine)
    assert (answer.status_code, stored()) == (403, before)


def test_another_partner_s_row_can_t_be_reached_by_its_id(grid, stored):
    before = stored("placements")
    answer = grid(changed=OFFER | {"places": "5"}, path=PATH.replace("offers", "finance"))
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
        grid(changed=row),
        grid(done="keep", mine={"row": row, "version": 1}),
        grid(done="void", chosen=[row], reason="x"),
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


def test_the_page_of_a_grid_asks_for_its_script(account, browser_of):
    page = browser_of(account("administrator")).get(PATH).text
    assert len(re.findall(SCRIPT, page)) == 1
