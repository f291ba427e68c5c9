import pytest

from dashboard.views import supply
from dashboard.views.splits import BY_AREA, BY_LEVEL, BY_PARTNERSHIP

VIEW = supply.view("by-partnership", "Supply and demand", BY_PARTNERSHIP)
SIDES = ("demand", "net_supply", "balance", "unmatched_shortfall")


def by(dimension, **groups):
    """Figures by group: demand, places, the balance, and who can't be placed."""
    return {
        (side, dimension): {group: values[place] for group, values in groups.items()}
        for place, side in enumerate(SIDES)
    }


@pytest.fixture
def three(given):
    groups = by("partnership", n=(42, 29, -13, 14), s=(10, 12, 2, 0), e=(20, 19, -1, 3))
    return given(groups=groups, totals=dict(zip(SIDES, (72, 60, -12, 17), strict=True)))


def test_the_largest_shortfall_comes_first(three, rows):
    assert rows(three.draw(VIEW)) == [
        ["North", "42", "29", "13 short", "14"],
        ["East", "20", "19", "1 short", "3"],
        ["South", "10", "12", "2 spare", "0"],
    ]


def test_the_chart_has_the_order_of_the_table(three):
    drawn = three.draw(VIEW)
    names = [row[0].text for row in drawn.table.rows]
    assert drawn.figure["layout"]["yaxis"]["ticktext"] == names


def test_the_chart_says_both_numbers_and_the_gap(three):
    words = three.draw(VIEW).figure["data"][-1]["text"]
    assert words[0] == " 29 of 42<br> 13 short"


def test_students_so_few_that_they_read_nought_are_not_none(given, figures):
    groups = by("partnership", n=(figures.low(), 4, 4, 0), s=(0, 5, 5, 0))
    drawn = given(groups=groups, totals={"demand": 5, "net_supply": 9}).draw(VIEW)
    assert drawn.figure["data"][-1]["text"] == [
        " 4 offered<br> fewer than 3 needed",
        " 5 offered<br> none needed",
    ]


def test_the_title_says_how_many_are_short_and_who_most_of_all(three):
    assert three.draw(VIEW).title == (
        "Two of three partnerships are short of places, most of all North (13 short)"
    )


def test_the_totals_stand_below(three):
    footer = [cell.text for cell in three.draw(VIEW).table.footer]
    assert footer == ["All", "72", "60", "12 short", "17"]


def test_nobody_short_is_said_so(given):
    groups = by("partnership", n=(10, 10, 0, 0), s=(10, 12, 2, 0))
    drawn = given(groups=groups, totals={"demand": 20, "net_supply": 22}).draw(VIEW)
    assert drawn.title == "Neither partnership is short of places"


def test_one_alone_is_named(given):
    groups = by("partnership", n=(10, 7, -3, 3))
    drawn = given(groups=groups, totals={"demand": 10, "net_supply": 7}).draw(VIEW)
    assert drawn.title == "North is short of places (3 short)"


def test_those_that_tie_are_named_together(given):
    groups = by("partnership", n=(10, 7, -3, 3), s=(9, 6, -3, 3))
    drawn = given(groups=groups, totals={"demand": 19, "net_supply": 13}).draw(VIEW)
    assert drawn.title == (
        "Both partnerships are short of places, most of all North and South (3 short each)"
    )


@pytest.fixture
def one_missing(given, figures):
    nothing = figures.missing()
    groups = by("partnership", n=(10, 7, -3, 3), s=(9, nothing, nothing, nothing))
    return given(groups=groups, totals={"demand": 19, "net_supply": figures.partial(7)})


def test_who_has_not_reported_comes_last_and_is_never_nought(one_missing, rows):
    assert rows(one_missing.draw(VIEW))[-1] == [
        "South",
        "9",
        "not reported",
        "not reported",
        "not reported",
    ]


def test_who_has_not_reported_is_named_in_the_text_alternative(one_missing):
    assert one_missing.draw(VIEW).alt.endswith("South has not reported.")


def test_the_subtitle_says_from_how_many_partners_the_numbers_are(one_missing):
    assert one_missing.draw(VIEW).subtitle.endswith("2 of 3 partners reported")


def test_no_return_at_all_is_said_in_words(given, figures):
    nothing = figures.missing()
    groups = by("partnership", n=(nothing,) * 4)
    drawn = given(groups=groups, totals=dict.fromkeys(SIDES, nothing)).draw(VIEW)
    assert drawn.empty == "No return has arrived yet. It is expected of 3 partners."


def test_filters_that_leave_nothing_are_said_to(given):
    assert given().draw(VIEW).empty == "Nothing matches these filters."


def test_an_empty_chart_stays_a_chart(given):
    assert given().draw(VIEW).figure["data"] == []


def test_offers_for_either_level_have_no_gap(given, rows):
    view = supply.view("by-level", "Levels", BY_LEVEL)
    groups = by("level", final=(5, 3, -2, 0), either=(0, 4, 4, 0))
    drawn = given(groups=groups, totals={"demand": 5, "net_supply": 7}).draw(view)
    assert rows(drawn)[-1] == [
        "Either level",
        "not applicable",
        "4",
        "not applicable",
        "not applicable",
    ]


def test_areas_are_judged_by_who_cannot_be_placed(given):
    view = supply.view("by-area", "Areas", BY_AREA)
    groups = by("service_area", adults=(5, 9, 4, 2), children=(5, 9, 4, 0))
    drawn = given(groups=groups, totals={"demand": 10, "net_supply": 18}).draw(view)
    assert drawn.title == (
        "One of two service areas has students who cannot be placed: adults' work (2 short)"
    )


def test_areas_whose_numbers_are_hidden_are_not_judged_but_counted(given, figures):
    view = supply.view("by-area", "Areas", BY_AREA)
    hidden = figures.missing("suppressed")
    groups = by("service_area", adults=(5, 9, 4, 2), children=(5, 9, 4, hidden))
    drawn = given(groups=groups, totals={"demand": 10, "net_supply": 18}).draw(view)
    assert drawn.title.startswith("At least one of two service areas has students who cannot be")


def test_a_route_that_only_one_side_follows_leaves_no_gap(given, figures, rows):
    refused = figures.missing("not_applicable")
    groups = by("partnership", n=(10, 7, refused, refused))
    drawn = given(groups=groups, totals={"demand": 10, "net_supply": 7}).draw(VIEW)
    assert rows(drawn) == [["North", "10", "7", "not applicable", "not applicable"]]
