"""Whose rows they are is said by the rows, else by the caller; what is wrong, once."""

import pytest

from tests import factories
from tests.support.files import as_csv, as_workbook, lines, row


def test_the_caller_may_say_whose_rows_they_are(send, tmp_path):
    offer = row("offers")
    del offer["owner"], offer["partnership"]
    path = as_csv(tmp_path / "offers.csv", lines([offer]))
    outcome = send.file(path, owner="Riverside", partnership="north")
    assert (outcome.errors, outcome.new) == ((), 1)


def test_the_only_partnership_of_an_owner_goes_without_saying(send, tmp_path):
    offer = row("offers")
    del offer["partnership"]
    assert send.file(as_csv(tmp_path / "offers.csv", lines([offer]))).new == 1


def test_spaces_do_not_say_whose_rows_they_are(send, tmp_path):
    path = as_csv(tmp_path / "offers.csv", lines([row("offers", owner="  ", partnership=" ")]))
    outcome = send.file(path, owner="riverside", partnership="north")
    assert (outcome.errors, outcome.new) == ((), 1)


def test_which_of_two_partnerships_must_be_said(send, tmp_path):
    send.do(factories.partnership("south"), factories.membership("riverside", "south"))
    offer = row("offers")
    del offer["partnership"]
    path = as_workbook(tmp_path / "return.xlsx", {"offers": lines([offer, offer])})
    (problem,) = send.file(path).errors
    assert (problem.column, problem.fix[:28]) == ("partnership", "Name the partnership with --")


def test_what_no_row_can_put_right_is_one_problem_of_the_file(send, tmp_path):
    send.do(factories.partnership("south"), factories.membership("riverside", "south"))
    sheets = {
        "offers": [row("offers", ref="O1"), row("offers", ref="O2")],
        "agreements": [row("agreements", ref="A1")],
    }
    for rows in sheets.values():
        for one in rows:
            one["partnership"] = None
    path = as_workbook(tmp_path / "return.xlsx", {n: lines(rows) for n, rows in sheets.items()})
    (problem,) = send.file(path).errors
    assert (problem.sheet, problem.row, problem.column) == ("", None, "partnership")


@pytest.mark.parametrize("column", ["owner", "partnership"])
def test_what_the_caller_said_is_shown_where_it_is_unknown(send, tmp_path, column):
    offer = row("offers")
    del offer[column]
    path = as_csv(tmp_path / "offers.csv", lines([offer, offer]))
    (problem,) = send.file(path, **{column: "nowhere"}).errors
    assert (problem.row, problem.column, problem.value) == (None, column, "nowhere")


def test_a_blank_owner_beside_filled_ones_is_a_problem_of_its_cell(send):
    (problem,) = send(offers=[row("offers"), row("offers", owner=None)]).errors
    assert (problem.row, problem.cell) == (3, "B3")


def test_a_row_without_a_known_owner_is_compared_with_no_other(send):
    unknown = [row("offers", ref="O1", owner=owner) for owner in ("nobody", "no one")]
    assert [problem.column for problem in send(offers=unknown).errors] == ["owner", "owner"]


def test_a_row_without_a_known_owner_may_be_the_one_referred_to(send):
    problems = send(
        offers=[row("offers", ref="O1", owner="nobody")],
        placements=[row("placements", offer_ref="O1")],
    ).errors
    assert [problem.column for problem in problems] == ["owner"]
