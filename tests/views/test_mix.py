import pytest

from dashboard.views import mix, split_gap
from dashboard.views.mix_sides import SUPPLY
from dashboard.views.splits import BY_PARTNER
from dashboard.views.targets import target_of

VIEW = mix.view("mix-of-supply", "Places", SUPPLY, BY_PARTNER)
SHARE = "adult_share_supply"
TARGET = target_of(SHARE).id


@pytest.fixture
def places(given, figures):
    def make(shares, parts, targets=None):
        groups = {
            ("net_supply", "organisation", "service_area"): parts,
            (SHARE, "organisation"): shares,
            (TARGET, "organisation"): targets or {},
        }
        totals = {"net_supply": 10, SHARE: figures.known(0.5, of=8)}
        return given(groups=groups, totals=totals).draw(VIEW)

    return make


@pytest.fixture
def city(places, figures):
    """Four adults' places, four children's and two mixed."""
    parts = {("city", "adults"): 4, ("city", "children"): 4, ("city", "mixed"): 2}
    return places({"city": figures.known(0.5, of=8)}, parts, {"city": 0.75})


def test_the_share_is_of_adults_and_children_and_mixed_is_a_part_of_its_own(city, rows):
    assert city.table.columns == (
        "Partner",
        "Adults' share",
        "Target",
        "In all",
        "Adults",
        "Children's",
        "Mixed",
    )
    assert rows(city) == [["City", "50.0%", "75.0%", "10", "4", "4", "2"]]


def test_a_bar_holds_every_part(city):
    bars = [trace["x"] for trace in city.figure["data"] if trace["type"] == "bar"]
    assert bars == [[0.4], [0.4], [0.2]]


def test_the_target_s_mark_stands_where_adults_would_end(city):
    (mark,) = (trace for trace in city.figure["data"] if trace.get("name") == "Target")
    assert mark["x"][0] == pytest.approx(0.75 * 8 / 10)


def test_who_is_under_the_target_is_said(city):
    assert city.title == "Adults' share of places offered is 50.0%; City is under its target"


def test_partners_whose_share_is_hidden_are_not_judged_but_counted(places, figures):
    shares = {"city": figures.known(0.5, of=8), "shire": figures.missing("suppressed")}
    parts = {("city", "adults"): 4, ("city", "children"): 4, ("shire", "children"): 3}
    drawn = places(shares, parts, {"city": 0.75, "shire": 0.5})
    assert drawn.title.endswith("; at least one of two partners is under its target")


def test_a_bar_of_which_a_part_is_hidden_is_not_drawn_as_if_that_were_nought(places, figures):
    hidden = {("city", "adults"): figures.missing("suppressed"), ("city", "children"): 4}
    drawn = places({"city": figures.known(0.5, of=8)}, hidden, {"city": 0.75})
    assert [trace["type"] for trace in drawn.figure["data"]] == ["scatter"]
    assert drawn.figure["data"][0]["text"] == [" 50.0%<br> parts hidden"]


def test_who_serves_children_only_has_no_share_and_no_nought(places, figures, rows):
    only = figures.missing("not_applicable", note="children's only", reported=3)
    drawn = places(
        {"shire": only, "city": figures.known(1, of=2)},
        {("shire", "children"): 6, ("city", "adults"): 2},
    )
    assert rows(drawn)[-1] == ["Shire", "children's only", "no target", "6", "not applicable", "6"]


def test_who_has_not_reported_has_neither_share_nor_parts(places, figures, rows):
    drawn = places(
        {"city": figures.known(1, of=2), "shire": figures.missing()}, {("city", "adults"): 2}
    )
    assert rows(drawn)[-1] == ["Shire", *["not reported"], "no target", *["not reported"] * 2]


def test_an_area_without_rows_is_missing_where_a_return_is(places, figures, rows):
    partly = figures.partial(1)
    drawn = places(
        {"city": partly, "shire": figures.known(0.5, of=4)},
        {
            ("city", "adults"): 2,
            ("shire", "adults"): 2,
            ("shire", "children"): 2,
        },
    )
    assert rows(drawn)[0][-2:] == ["2", "not reported"]


def gaps(given, figures, **values):
    shares = {name: figures.known(0.5, of=10) for name in values}
    return given(
        groups={
            ("adult_share_supply", "partnership"): shares,
            ("adult_share_demand", "partnership"): shares,
            ("split_gap", "partnership"): values,
        }
    ).draw(split_gap.VIEW)


def test_the_widest_gap_comes_first_whichever_way_it_goes(given, figures, rows):
    drawn = gaps(given, figures, n=2, s=-10)
    assert [row[0] for row in rows(drawn)] == ["South", "North"]


def test_under_a_point_either_way_is_no_gap(given, figures):
    drawn = gaps(given, figures, n=0.5, s=-10)
    assert drawn.title == (
        "One of two partnerships offers a different mix from what is needed: "
        "South (10.0 percentage points apart)"
    )
