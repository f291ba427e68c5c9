"""Employers who offer, begin to, and cease to; and agreements kept."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

TODAY = Selection(as_at=date(2026, 3, 1))
NOW, BEFORE, LONG_BEFORE = date(2025, 9, 22), date(2024, 9, 23), date(2023, 9, 25)


@pytest.fixture
def rows(given):
    """Insert rows beside one university and the councils riverside, hilltop and valley."""
    given(*factories.reference(), factories.council("hilltop"), factories.council("valley"))
    return given


@pytest.fixture
def offering(rows):
    """Riverside stays, hilltop is new and valley has stopped."""
    rows(
        factories.offer(window_start=NOW),
        factories.offer(window_start=BEFORE),
        factories.offer(owner="hilltop", window_start=NOW),
        factories.offer(owner="valley", window_start=BEFORE),
    )


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [("employers_offering", 3), ("employers_new", 1), ("employers_lapsed", 1)],
)
def test_without_a_year_new_and_lapsed_speak_of_the_year_of_the_day(
    offering, figure, indicator, expected
):
    assert figure(indicator, TODAY).value == expected


def test_by_year_each_is_compared_with_the_one_before(offering, values):
    assert values("employers_lapsed", TODAY, ("academic_year",)) == {
        ("2024/25",): 0,
        ("2025/26",): 1,
    }


def test_several_years_are_compared_with_the_year_before_the_earliest(rows, figure):
    rows(
        factories.offer(window_start=LONG_BEFORE),
        factories.offer(window_start=NOW),
        factories.offer(owner="hilltop", window_start=BEFORE),
    )
    assert figure("employers_new", TODAY.only(years=("2024/25", "2025/26"))).value == 1


def test_an_employer_whose_places_are_all_withdrawn_offers_none(rows, figure):
    rows(factories.offer(status="withdrawn", status_on=date(2025, 9, 1)))
    assert figure("employers_offering", TODAY).value == 0


def test_an_offer_of_no_places_is_none(rows, figure):
    rows(factories.offer(places=0))
    assert figure("employers_offering", TODAY).value == 0


def test_an_employer_who_stopped_is_named_among_partners(offering, values):
    assert values("employers_lapsed", TODAY, ("organisation",))["valley",] == 1


def test_three_largest_employers_carry_their_share(rows, figure):
    rows(factories.council("lakeside"))
    employers = ("riverside", "riverside", "hilltop", "valley", "lakeside")
    rows(*(factories.placement(employer=each) for each in employers))
    assert figure("concentration", TODAY).value == 0.8


@pytest.fixture
def agreed(rows):
    """An agreement of four to six places a year, and two placements started under it."""
    rows(
        factories.agreement(ref="A1", places_per_year_low=4, places_per_year_high=6),
        factories.offer(ref="O1", places=5, agreement_ref="A1"),
        *(
            factories.placement(offer_ref="O1", student_ref=student, actual_start=NOW)
            for student in ("S1", "S2")
        ),
    )
    return rows


@pytest.mark.parametrize(("bound", "expected"), [("low", 2 / 6), ("high", 2 / 4)])
def test_delivery_lies_between_the_most_and_the_fewest_places_promised(
    agreed, figure, bound, expected
):
    assert figure(f"contracted_delivery_{bound}", TODAY).value == pytest.approx(expected)


def test_an_agreement_counts_in_each_year_chosen(agreed, figure):
    two_years = TODAY.only(years=("2024/25", "2025/26"))
    assert figure("contracted_delivery_high", two_years).value == 2 / 8


def test_an_agreement_of_which_nothing_came_counts_too(agreed, figure):
    agreed(factories.agreement(owner="hilltop", places_per_year_low=4))
    assert figure("contracted_delivery_high", TODAY).value == 2 / 8


@pytest.mark.parametrize(
    "changes",
    [{"status": "planned"}, {"status": "ended"}, {"ends_on": date(2025, 8, 31)}],
)
def test_an_agreement_not_in_force_promises_nothing(agreed, figure, changes):
    agreed(factories.agreement(owner="hilltop", places_per_year_low=4, **changes))
    assert figure("contracted_delivery_high", TODAY).denominator == 4


def test_agreements_have_no_level(agreed, figure):
    found = figure("contracted_delivery_low", TODAY.only(levels=("final",)))
    assert found.status == "not_applicable"
