"""What a file calls its columns is proposed and said by somebody, and never guessed."""

import pytest

from data.returns.problems import RefusedError
from data.returns.sheets import SHEETS
from tests.returns.corpus.case import HEADER, PLAIN, line
from tests.returns.renamed_columns import LETTERS, ROWS, asked, reading


@pytest.mark.parametrize("heading", ["Place", "placess", "Plases", "placs"])
def test_a_name_with_a_slip_is_proposed(heading):
    assert asked(("places", heading)).close == {"places": LETTERS["places"]}


@pytest.mark.parametrize("heading", ["Places", " PLACES ", "pla_ces", "Window start"])
def test_a_name_in_other_letters_needs_no_proposal(heading):
    name = "window_start" if "Window" in heading else "places"
    one = asked((name, heading), ("team", "Where"))
    assert (one.same[name], one.close) == (LETTERS[name], {})


def test_another_name_is_asked_for_and_not_proposed():
    one = asked(("places", "How many"))
    assert [heading.text for heading in one.unknown] == ["How many"]
    assert ("places" in one.same, "places" in one.close) == (False, False)


def test_a_heading_is_proposed_once():
    one = asked(("status", "statu"), ("status_reason", "nothing like it"))
    assert list(one.close.values()).count(LETTERS["status"]) == 1


def test_the_first_values_below_a_heading_are_shown():
    rows = [line(places=value) for value in ("", "3", "4", "", "5", "6")]
    (heading,) = asked(("places", "How many"), rows=rows).unknown
    assert heading.sample == ("3", "4", "5")


def test_nothing_is_asked_where_every_column_is_there():
    whole = [column.name for column in SHEETS["offers"].columns]
    lines = [[*whole, "Comments"], [*(PLAIN.get(name, "") for name in whole), "ours"]]
    found = reading(lines)
    assert (found.unmatched, found.ignored) == ((), ("offers: Comments",))


def test_nothing_is_asked_where_no_heading_could_be_the_one_that_lacks():
    lines = [HEADER[:-3], *(row[:-3] for row in ROWS)]
    found = reading(lines)
    assert found.unmatched == ()
    assert [one.column for one in found.problems] == ["places", "status"]


def test_a_proposal_is_no_answer():
    lines = [["Plases" if name == "places" else name for name in HEADER], *ROWS]
    found = reading(lines)
    assert "places" not in found.grids[0].positions
    assert ["comes close to places" in one.problem for one in found.problems] == [True]


def test_a_heading_of_no_known_column_can_be_said_as_well():
    one = asked(*((name, f"h {at}") for at, name in enumerate(HEADER)))
    assert (one.row, len(one.unknown), one.same) == (1, len(HEADER), {})


def test_a_title_above_is_not_taken_for_the_names():
    strange = [f"h {at}" for at, _ in enumerate(HEADER)]
    (one,) = reading([["Our offers"], strange, *ROWS]).unmatched
    assert one.row == 2


def test_a_header_too_far_down_is_asked_of_nobody():
    found = reading([*[["Our offers"]] * 5, HEADER, *ROWS])
    assert (found.unmatched, len(found.problems)) == ((), 1)


@pytest.mark.parametrize("known", [True, False], ids=["some names known", "no name known"])
@pytest.mark.parametrize("heading", ["Student name", "E-mail", "NHS number"])
def test_a_column_that_looks_personal_refuses_the_file_all_the_same(heading, known):
    others = HEADER[:-1] if known else [f"h {at}" for at, _ in enumerate(HEADER[:-1])]
    matching = {"offers": {"status_reason": "M"}}
    for said in ({}, matching):
        with pytest.raises(RefusedError, match="looks personal"):
            reading([[*others, heading], *ROWS], said)
