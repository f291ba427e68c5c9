"""What follows from other figures follows from those that readers see."""

from datetime import date

import pytest

from dashboard import wording
from tests import factories
from tests.disclosure.rows_of_people import STARTED, placements, students


def test_a_balance_is_that_of_what_is_shown(edition, given):
    given(*factories.reference(), students(13), factories.offer(places=20))
    ask = edition("demand", "unmatched_shortfall")
    assert ask("balance")[()].value == 20 - 15


def test_a_balance_of_which_a_side_is_hidden_is_hidden_for_the_same_reason(edition, given):
    given(*factories.reference(), students(3), factories.offer(places=20))
    figure = edition("demand", mode="suppressed")("balance")[()]
    assert (figure.value, figure.n, figure.status) == (None, None, "suppressed")
    assert (figure.key, figure.note) == ((), wording.FEWER_THAN_FIVE)


@pytest.mark.parametrize(("wanted", "offered", "spare"), [(15, 20, 5), (18, 20, 0), (23, 22, 0)])
def test_spare_places_follow_from_what_is_shown_and_are_never_below_nought(
    edition, given, wanted, offered, spare
):
    given(*factories.reference(), students(wanted), factories.offer(places=offered))
    figure = edition("demand", "unmatched_shortfall")("spare_places")[()]
    assert (figure.value, figure.n) == (spare, None)


def test_a_gap_is_in_points_of_the_shares_that_are_shown(edition, given):
    given(
        *factories.reference(),
        students(12),
        students(13, service_area="children"),
        factories.offer(places=3),
        factories.offer(places=1, service_area="children"),
    )
    names = ("demand", "adult_share_demand", "adult_share_supply")
    figure = edition(*names)("split_gap")[()]
    assert figure.value == pytest.approx((3 / 4 - 10 / 25) * 100)


def test_what_follows_from_something_that_was_not_looked_at_is_one_hidden_figure(edition, given):
    given(*factories.reference(), students(40), students(40, window_start=date(2024, 9, 20)))
    (figure,) = edition("allocated")("balance", ("academic_year",)).values()
    assert (figure.value, figure.note) == (None, wording.NO_CUT)


def test_a_share_is_worked_out_from_what_is_shown_of_both_sides(edition, given):
    late = {"actual_start": date(2025, 9, 29)}
    given(*factories.reference(), *placements(9, **STARTED), *placements(4, **late))
    figure = edition("on_time_start_rate")("on_time_start_rate")[()]
    assert (figure.numerator, figure.denominator, figure.n) == (10, 15, 15)
    assert figure.value == 10 / 15


def test_a_share_of_fewer_than_ten_is_hidden(edition, given):
    given(*factories.reference(), *placements(9, **STARTED))
    figure = edition("early_ended_rate")("early_ended_rate")[()]
    assert (figure.value, figure.numerator, figure.denominator, figure.n) == (None,) * 4
    assert (figure.status, figure.note) == ("suppressed", wording.TOO_FEW)


def test_a_share_of_places_is_shown_however_few(edition, given):
    given(*factories.reference(), factories.offer(places=3))
    assert edition()("rejected_rate")[()].value == 0


def test_what_tells_of_one_person_is_hidden(edition, given):
    late = {"actual_start": date(2025, 9, 29)}
    given(*factories.reference(), *placements(12, **late), students(12))
    ask = edition("demand")
    assert ask("late_start_days_max")[()].note == wording.GIVES_AWAY
    assert ask("demand_days")[()].note == wording.GIVES_AWAY
    assert ask("late_start_days_median")[()].value == 7


@pytest.mark.parametrize(("count", "note"), [(9, wording.TOO_FEW), (10, "")])
def test_what_is_typical_of_fewer_than_ten_is_hidden(edition, given, count, note):
    late = {"actual_start": date(2025, 9, 29)}
    given(*factories.reference(), *placements(count, **late))
    figure = edition("demand")("late_start_days_median")[()]
    assert (figure.note, figure.n, figure.status == "suppressed") == (note, None, bool(note))
