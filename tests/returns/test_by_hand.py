"""What a file calls its columns is proposed and said by somebody, and never guessed."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.returns import plain, raw
from data.returns.by_hand import decided
from data.returns.check import check
from data.returns.contents import Wanted
from data.returns.known import Known
from data.returns.limits import UPLOAD
from data.returns.problems import RefusedError
from data.returns.read import understand
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from tests.returns.corpus.case import HEADER, PLAIN, csv_bytes, line
from tests.returns.corpus.parts import archive, parts, sheet

ROWS = [line(), line(ref="O2", team="Môn", places="7")]
LETTERS = dict(zip(HEADER, "ABCDEFGHIJKLM", strict=True))


def reading(lines, matching=None, content=None, name="offers.csv"):
    """What a file of these lines holds, once somebody has said this of its columns."""
    wanted = Wanted(SHEETS, None, COLUMNS, matching or {})
    titles, headings = wanted.titles(), wanted.headings()
    most = (UPLOAD.rows, UPLOAD.unpacked)
    file = io.BytesIO(content or csv_bytes(lines))
    digest, found = raw.sheets(file, Path(name).suffix, titles, headings, most)
    return understand(digest, list(plain.unpacked(found)), Path(name), wanted, UPLOAD)


def asked(*headings, rows=ROWS):
    """What is asked of a file with these headings; the others stand as they should."""
    renamed = dict(headings)
    (one,) = reading([[renamed.get(name, name) for name in HEADER], *rows]).unmatched
    return one


def refusals(headings, **chosen):
    """What is wrong with a choice, where the other columns are chosen as they are proposed."""
    one = asked(*headings)
    choices = {**dict.fromkeys(one.columns, ""), **one.close, **one.same, **chosen}
    said = [("offers", column, letter) for column, letter in choices.items()]
    return [(wrong.column, wrong.problem) for wrong in decided([one], said)[1]]


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


def test_what_is_proposed_may_be_said():
    assert refusals([("places", "Plases")]) == []


def test_a_needed_column_must_be_said():
    wrong = refusals([("places", "How many")])
    assert wrong == [("places", "Every row needs it.")]


def test_one_heading_can_t_hold_two_columns():
    wrong = refusals([("team", "Where")], pe_mode=LETTERS["level"])
    assert wrong == [("pe_mode", "Column F, “level”, was chosen for level already.")]


def test_one_column_can_t_be_under_two_headings():
    one = asked(("team", "Where"))
    said = [("offers", column, letter) for column, letter in one.same.items()]
    _, wrong = decided([one], [*said, ("offers", "level", LETTERS["team"])])
    assert {problem.problem for problem in wrong} == {"Two columns of the file were chosen for it."}


@pytest.mark.parametrize("letter", ["Z", "A1", "a", "-1", "\0", "9" * 5000, "\ud800", "AAA"])
def test_a_column_that_the_file_lacks_is_refused(letter):
    wrong = refusals([("team", "Where")], team=letter)
    assert wrong == [("team", "The file has no such heading.")]


@pytest.mark.parametrize("choice", [("moon", "places", "A"), ("offers", "id", "D")])
def test_a_column_that_nobody_was_asked_about_is_refused(choice):
    one = asked(("team", "Where"))
    said = [("offers", column, letter) for column, letter in one.same.items()]
    _, wrong = decided([one], [*said, choice])
    assert [problem.problem for problem in wrong] == ["Nobody was asked about this column."]


def test_what_was_said_not_to_be_in_the_file_is_ignored_though_its_name_is_close():
    lines = [["Teem" if name == "team" else name for name in HEADER], *ROWS]
    said = {name: letter for name, letter in LETTERS.items() if name != "team"}
    found = reading(lines, {"offers": said})
    assert (found.problems, found.ignored) == ((), ("offers: Teem",))


def test_a_second_table_is_still_seen_under_names_of_the_file_s_own():
    strange = [f"h {at}" for at, _ in enumerate(HEADER)]
    found = reading([strange, ROWS[0], strange, ROWS[1]], {"offers": LETTERS})
    assert [one.problem for one in found.problems] == ["A second header stands here."]


def test_a_value_under_no_heading_is_still_refused():
    strange = [f"h {at}" for at, _ in enumerate(HEADER)]
    found = reading([strange, [*ROWS[0], "stray"]], {"offers": LETTERS})
    assert [one.problem for one in found.problems] == [
        "A value stands in a column without a heading."
    ]


ORIGINAL = check(reading([HEADER, *ROWS]), Known(), None)
# No letters of which a name of ours, a value or something personal could be made.
NAMES = st.lists(
    st.text("xyz XYZ_-.é£", min_size=3, max_size=12).filter(lambda name: name.strip(" _-.")),
    min_size=len(HEADER),
    max_size=len(HEADER),
)


@given(st.data())
def test_whatever_columns_are_called_and_where_they_stand_the_same_rows_come_of_them(data):
    order = data.draw(st.permutations(range(len(HEADER))))
    names = data.draw(NAMES)
    kept = data.draw(st.sets(st.sampled_from(HEADER)))
    header = [HEADER[at] if HEADER[at] in kept else names[at] for at in order]
    lines = [header, *([row[at] for at in order] for row in ROWS)]
    said = {HEADER[at]: "ABCDEFGHIJKLM"[place] for place, at in enumerate(order)}
    whole = data.draw(st.booleans())
    content = archive(parts(sheet(lines))) if whole else None
    name = "offers.xlsx" if whole else "offers.csv"
    found = check(reading(lines, {"offers": said}, content, name), Known(), None)
    assert [row.values for row in found.rows["offers"]] == [
        row.values for row in ORIGINAL.rows["offers"]
    ]
    assert [one.problem for one in found.problems] == [one.problem for one in ORIGINAL.problems]


@given(st.data())
def test_whatever_is_chosen_is_refused_or_gives_each_column_a_place_of_its_own(data):
    one = asked(("places", "How many"), ("team", "Where"))
    letters = st.sampled_from(["", *LETTERS.values(), "Z"])
    columns = st.sampled_from([*one.columns, "id"])
    said = data.draw(st.lists(st.tuples(st.just("offers"), columns, letters)))
    matching, wrong = decided([one], said)
    chosen = list(matching["offers"].values())
    needed = {column for column in one.columns if one.needs(column)}
    right = len(set(chosen)) == len(chosen) and set(chosen) <= set(LETTERS.values())
    right &= set(matching["offers"]) <= set(one.columns) and needed <= set(matching["offers"])
    right &= len({column for _, column, _ in said}) == len(said)
    assert right is (wrong == ())
