"""Published figures on their page: held against records, and never added up."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.views import claims, claims_by_partnership
from data.selection import Selection
from tests.evidence.conftest import PLAIN
from tests.views.conftest import OPTIONS

WHOLE = replace(PLAIN, ref="KEN-1", qualifier="over", high=None)
PART = replace(
    PLAIN,
    ref="KEN-2",
    measure="placements monitored by the panel",
    qualifier="at_least",
    low=100,
    high=None,
    part_of="KEN-1",
)
ARRANGED = "allocated"


@pytest.fixture
def drawn(given):
    """A view of some claims: `drawn(claims, WHOLE, records=210)`."""

    def make(module, *found, records=None, **filters):
        groups = {} if records is None else {(ARRANGED, "partnership", "academic_year"): records}
        view = module.view(replace(OPTIONS, make_claims=lambda: found))
        return given(groups=groups, totals={ARRANGED: 1}, **filters).draw(view)

    return make


def cells(row):
    return dict(zip(claims.COLUMNS, row, strict=True))


def test_over_and_its_part_stand_one_below_the_other_and_are_never_added_up(drawn, rows):
    first, second = map(cells, rows(drawn(claims, WHOLE, PART)))
    says = [row["The document says"] for row in (first, second)]
    assert says == ["over 200 placements", "at least 100 placements"]
    assert [row["Part of"] for row in (first, second)] == ["stands alone", "contained in KEN-1"]


@pytest.mark.parametrize("module", [claims, claims_by_partnership])
def test_no_sum_of_claims_is_anywhere(drawn, module):
    picture = drawn(module, WHOLE, PART)
    shown = [*picture.table.rows, picture.table.footer]
    words = [picture.title, picture.alt, *(cell.text for row in shown for cell in row)]
    assert not any("300" in each for each in words)


def test_a_claim_stands_beside_what_the_records_of_its_year_show(drawn, rows):
    picture = drawn(claims, WHOLE, records={("n", "2024/25"): 210, ("n", "2023/24"): 9})
    (row,) = map(cells, rows(picture))
    assert (row["The records show"], row["Evidence"]) == ("210", "Evidenced")


def test_what_the_records_show_can_be_followed(drawn):
    picture = drawn(claims, WHOLE, records={("n", "2024/25"): 210})
    (row,) = picture.table.rows
    assert [cell.figure.value for cell in row if cell.figure] == [210]


@pytest.mark.parametrize(
    ("claim", "records", "shows"),
    [
        (WHOLE, {}, "no records"),
        (PART, {}, "not measured here"),
        (replace(WHOLE, period="first year"), {}, "not compared"),
    ],
)
def test_where_there_are_no_records_it_is_claimed_and_not_evidenced(
    drawn, rows, claim, records, shows
):
    (row,) = map(cells, rows(drawn(claims, claim, records=records)))
    assert (row["The records show"], row["Evidence"]) == (shows, "Claimed, not evidenced")


@pytest.mark.parametrize(
    ("records", "title"),
    [
        ({}, "No published figure can be held against records yet"),
        ({("n", "2024/25"): 210}, "KEN-1, North does not differ from the records"),
        ({("n", "2024/25"): 3}, "KEN-1, North differs from the records"),
    ],
)
def test_the_title_of_the_list_tells_what_differs(drawn, records, title):
    assert drawn(claims, WHOLE, records=records).title == title


def test_of_several_that_differ_each_is_named(drawn):
    others = (WHOLE, replace(WHOLE, ref="SOU-1", partnership="s"))
    picture = drawn(claims, *others, records={("n", "2024/25"): 3, ("s", "2024/25"): 900})
    assert picture.title == (
        "One of two published figures with records differs from the records: KEN-1, North"
    )


@pytest.mark.parametrize(
    ("found", "records", "title"),
    [
        ((WHOLE, PART), {("n", "2024/25"): 210}, "Of 2 published figures, 1 is evidenced by "),
        ((WHOLE, PART), {}, "Of 2 published figures, none is evidenced by "),
        ((WHOLE,), {("n", "2024/25"): 210}, "The one published figure is evidenced by "),
        ((WHOLE,), {}, "The one published figure is not evidenced by "),
        (
            (WHOLE, replace(WHOLE, ref="KEN-3")),
            {("n", "2024/25"): 210},
            "All 2 published figures are evidenced by ",
        ),
    ],
)
def test_the_title_of_all_counts_what_is_evidenced(drawn, found, records, title):
    picture = drawn(claims_by_partnership, *found, records=records)
    assert picture.title == f"{title}records here"


def test_partnerships_are_counted_apart(drawn, rows):
    found = (WHOLE, PART, replace(WHOLE, ref="SOU-1", partnership="s"))
    picture = drawn(claims_by_partnership, *found, records={("n", "2024/25"): 210})
    assert rows(picture) == [["North", "2", "1", "0", "0", "1"], ["South", "1", "0", "0", "0", "1"]]


def test_it_says_why_claims_are_not_evidenced(drawn):
    picture = drawn(claims_by_partnership, WHOLE, PART, replace(PART, ref="KEN-3"))
    assert picture.points == (
        "Not evidenced, as no figure here measures it: 2 claims",
        "Not evidenced, as there are no records of that year: 1 claim",
    )


@pytest.mark.parametrize("module", [claims, claims_by_partnership])
def test_filters_leave_only_what_they_let_pass(drawn, rows, module):
    found = (WHOLE, replace(WHOLE, ref="SOU-1", partnership="s"))
    assert len(rows(drawn(module, *found, partnerships=("s",)))) == 1


def test_a_partner_or_region_chosen_leaves_the_records_of_the_whole_partnership():
    view = claims.view(replace(OPTIONS, make_claims=lambda: (WHOLE,)))
    chosen = Selection(date(2026, 2, 1), organisations=("uni",), regions=("E12000002",))
    asked = {(ask.selection.organisations, ask.selection.regions) for ask in view.asks(chosen)}
    assert asked == {((), ())}


@pytest.mark.parametrize("module", [claims, claims_by_partnership])
@pytest.mark.parametrize(
    ("found", "why"), [((), "Nobody has entered"), ((WHOLE,), "No published figure matches")]
)
def test_where_there_is_none_it_says_why(drawn, module, found, why):
    assert drawn(module, *found, partnerships=("e",)).empty.startswith(why)
