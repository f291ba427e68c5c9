"""What somebody says of the columns of a file is checked, and then read by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.returns.by_hand import decided
from data.returns.check import check
from data.returns.known import Known
from tests.returns.corpus.case import HEADER
from tests.returns.corpus.parts import archive, parts, sheet
from tests.returns.renamed_columns import LETTERS, ROWS, asked, reading, refusals


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
