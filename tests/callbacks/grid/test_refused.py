"""What is not one's own, or what no grid sends, is refused and changes nothing."""

import pytest

from tests.callbacks.grid.conftest import OFFER, PATH, told


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
