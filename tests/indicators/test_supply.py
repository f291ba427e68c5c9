"""Demand, offers, and what is missing between them."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

TODAY = Selection(as_at=date(2026, 3, 1))
AUTUMN, SPRING = date(2025, 9, 22), date(2026, 1, 12)


@pytest.fixture
def rows(given):
    """Insert rows beside one university and one council."""
    given(*factories.reference())
    return given


@pytest.mark.parametrize(("status_on", "expected"), [(date(2026, 3, 1), 0), (date(2026, 3, 2), 4)])
def test_a_withdrawal_after_the_day_is_not_yet_known(rows, figure, status_on, expected):
    rows(factories.offer(places=4, status="withdrawn", status_on=status_on))
    assert figure("net_supply", TODAY).value == expected


def test_demand_days_are_each_student_s_days(rows, figure):
    rows(factories.demand(students=3, days=70), factories.demand(students=2, days=100))
    assert figure("demand_days", TODAY).value == 410


@pytest.mark.parametrize(
    ("status_on", "expected"), [(date(2025, 8, 24), 0), (date(2025, 8, 25), 1)]
)
def test_28_days_before_the_window_is_late(rows, figure, status_on, expected):
    rows(factories.offer(status="withdrawn", status_on=status_on, window_start=AUTUMN))
    assert figure("late_withdrawal_rate", TODAY).value == expected


def test_a_nation_s_own_notice_goes_before_the_common_one(rows, figure):
    rows(
        factories.setting("late_withdrawal_days", 42, country="England"),
        factories.offer(status="withdrawn", status_on=date(2025, 8, 20), window_start=AUTUMN),
    )
    assert figure("late_withdrawal_rate", TODAY).value == 1


def test_an_employer_without_a_region_goes_by_the_common_notice(rows, figure):
    rows(
        factories.setting("late_withdrawal_days", 42, country="England"),
        factories.council("nowhere", region_code=None),
        factories.offer(
            owner="nowhere",
            status="withdrawn",
            status_on=date(2025, 8, 20),
            window_start=AUTUMN,
        ),
    )
    assert figure("late_withdrawal_rate", TODAY).value == 0


def test_an_offer_for_either_level_passes_any_level(rows, figure):
    rows(factories.offer(places=4, level="either"))
    assert figure("net_supply", TODAY.only(levels=("first",))).value == 4


def test_by_level_an_offer_for_either_is_a_group_of_its_own(rows, values):
    rows(factories.offer(places=4, level="either"), factories.offer(places=1))
    assert values("net_supply", TODAY, ("level",)) == {("either",): 4, ("final",): 1}


def test_a_shortage_hidden_in_the_balance_shows_in_the_matching(rows, figure):
    rows(
        factories.demand(students=4, level="final", statutory_required="yes"),
        factories.offer(places=9, level="final", statutory="no"),
    )
    assert figure("unmatched_shortfall", TODAY).value == 4


def test_what_is_short_and_what_is_spare_add_up_to_the_balance(rows, figure):
    rows(
        factories.demand(students=4, service_area="children"),
        factories.demand(students=2),
        factories.offer(places=5),
    )
    short, spare = figure("unmatched_shortfall", TODAY), figure("spare_places", TODAY)
    assert (short.value, spare.value) == (4, 3)


def test_partnerships_do_not_share_places(rows, figure):
    rows(
        factories.partnership("south"),
        factories.membership("northern", "south"),
        factories.demand(students=2),
        factories.offer(places=2, partnership="south"),
    )
    assert figure("unmatched_shortfall", TODAY).value == 2


def test_by_level_and_area_the_shortage_adds_up_to_the_total(rows, values):
    rows(
        factories.demand(students=3, level="final"),
        factories.demand(students=3, level="first"),
        factories.offer(places=4, level="either"),
    )
    by = ("level", "service_area")
    assert values("unmatched_shortfall", TODAY, by) == {
        ("final", "adults"): 0,
        ("first", "adults"): 2,
    }


def test_under_a_region_students_go_by_their_university_and_places_by_the_employer(rows, values):
    rows(
        factories.council("hilltop", region_code="E12000002"),
        factories.demand(students=2),
        factories.offer(places=2, owner="hilltop"),
    )
    assert values("unmatched_shortfall", TODAY, ("region",)) == {
        ("E12000002",): 0,
        ("E12000003",): 2,
    }


def test_too_many_placements_of_one_term_do_not_make_up_for_another(rows, figure):
    rows(
        factories.demand(students=2, window_start=SPRING),
        factories.demand(students=1),
        factories.placement(),
        factories.placement(student_ref="S2"),
        factories.placement(student_ref="S3"),
    )
    assert figure("unplaced", TODAY).value == 2


def test_a_cancelled_placement_places_nobody(rows, figure):
    rows(factories.demand(students=1), factories.placement(status="cancelled"))
    assert figure("unplaced", TODAY).value == 1


def test_requests_of_either_level_pass_any_level(rows, figure):
    rows(factories.request(places=3, level="either"))
    assert figure("requested", TODAY.only(levels=("final",))).value == 3


def test_offers_are_taken_up_by_placements_that_name_one(rows, figure):
    rows(
        factories.offer(places=4, ref="O1"),
        factories.placement(offer_ref="O1"),
        factories.placement(student_ref="S2"),
    )
    assert figure("offer_conversion", TODAY).value == 0.25
