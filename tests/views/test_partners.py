import pytest

from dashboard.indicators.parts import Figure
from dashboard.views import employers, universities
from dashboard.views.aims import AGREED, REQUESTED
from dashboard.views.targets import target_of

OFFERED = "net_supply"
TARGET = target_of(OFFERED).id
ORGANISATION = "organisation"


@pytest.fixture
def employer(given):
    """An employer that offers 5 places, with what it is held against."""

    def make(filters=(), **sides):
        names = {"target": TARGET, "agreed": AGREED.id, "asked": REQUESTED.id}
        groups = {(names[side], ORGANISATION): {"city": value} for side, value in sides.items()}
        groups[OFFERED, ORGANISATION] = {"city": 5}
        return given(groups=groups, totals={OFFERED: 5}, **dict(filters)).draw(employers.VIEW)

    return make


def agreed(low, high=None):
    """The places a year that agreements promise, as their formula gives them."""
    return Figure((), low, low, high, 1, "ok", 1, 1)


def test_places_are_held_against_the_target_first(employer, rows):
    drawn = employer(target=8, agreed=agreed(2), asked=3)
    assert rows(drawn) == [["City", "5", "Target: 8", "3 short"]]


def test_without_a_target_they_are_held_against_the_agreement(employer, rows):
    drawn = employer(agreed=agreed(4, 6), asked=9)
    assert rows(drawn) == [["City", "5", "Agreement: 4 to 6", "in balance"]]


def test_an_agreement_without_a_highest_number_is_at_least(employer, rows):
    drawn = employer(agreed=agreed(6))
    assert rows(drawn) == [["City", "5", "Agreement: at least 6", "1 short"]]


def test_more_than_the_agreement_s_highest_number_is_spare(employer, rows):
    drawn = employer(agreed=agreed(2, 3))
    assert rows(drawn) == [["City", "5", "Agreement: 2 to 3", "2 spare"]]


def test_without_an_agreement_they_are_held_against_what_was_asked(employer, rows):
    assert rows(employer(asked=9)) == [["City", "5", "Asked: 9", "4 short"]]


def test_with_nothing_agreed_or_asked_there_is_no_gap(employer, rows):
    drawn = employer()
    assert rows(drawn) == [["City", "5", "nothing agreed or asked", "not applicable"]]


def test_a_level_alone_is_not_held_against_a_target_for_all_levels(employer, rows):
    drawn = employer({"levels": ("final",)}, target=8, asked=6)
    assert rows(drawn) == [["City", "5", "Asked: 6", "1 short"]]


def test_it_is_one_year_that_is_compared(employer):
    assert "2025/26" in employer(target=8).subtitle


def test_an_employer_that_has_not_reported_comes_last(given, figures, rows):
    groups = {(OFFERED, ORGANISATION): {"city": figures.missing(), "shire": 3}}
    drawn = given(groups=groups, totals={OFFERED: figures.partial(3)}).draw(employers.VIEW)
    assert [row[:2] for row in rows(drawn)] == [["Shire", "3"], ["City", "not reported"]]


def test_universities_have_no_row_among_employers(given, rows):
    groups = {(OFFERED, ORGANISATION): {"city": 3, "uni": 0}}
    drawn = given(groups=groups, totals={OFFERED: 3}).draw(employers.VIEW)
    assert [row[0] for row in rows(drawn)] == ["City"]


@pytest.fixture
def two_universities(given):
    sides = {"demand": (10, 20), "allocated": (9, 12), "unplaced": (1, 8)}
    groups = {
        (side, ORGANISATION): {"uni": uni, "poly": poly, "city": 3}
        for side, (uni, poly) in sides.items()
    }
    return given(groups=groups, totals={"demand": 30}).draw(universities.VIEW)


def test_the_university_with_most_students_unplaced_comes_first(two_universities, rows):
    assert rows(two_universities) == [
        ["Polytechnic", "20", "12", "8"],
        ["University", "10", "9", "1"],
    ]


def test_universities_are_told_by_students_without_a_placement(two_universities):
    assert two_universities.title == (
        "Both universities have students without a placement, most of all Polytechnic (8)"
    )
