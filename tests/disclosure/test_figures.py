"""Figures as readers of an edition see them."""

from datetime import date

import pytest

from dashboard import wording
from dashboard.disclosure import rules
from dashboard.disclosure.plan import plan
from dashboard.indicators import INDICATORS
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.disclosure.conftest import DAY
from tests.disclosure.rows_of_people import placements, students


@pytest.mark.parametrize(
    ("count", "reads", "low"),
    [(0, 0, False), (1, 0, True), (2, 0, True), (3, 5, False), (7, 5, False), (8, 10, False)],
)
def test_a_count_of_people_is_rounded_to_the_nearest_five(edition, given, count, reads, low):
    given(*factories.reference(), students(count))
    (figure,) = edition("demand")("demand").values()
    assert (figure.value, figure.low, figure.n) == (reads, low, None)


@pytest.mark.parametrize(
    ("mode", "count", "reach"),
    [("rounded", 0, 0), ("rounded", 1, 2), ("rounded", 13, 2), ("suppressed", 13, 0)],
)
def test_a_count_says_how_far_the_exact_one_may_be(edition, given, mode, count, reach):
    given(*factories.reference(), students(count))
    (figure,) = edition("demand", mode=mode)("demand").values()
    assert figure.reach == reach


def test_a_share_says_how_far_the_exact_one_may_be(edition, given):
    given(*factories.reference(), students(13), students(12, service_area="children"))
    (figure,) = edition("demand", "adult_share_demand")("adult_share_demand").values()
    assert figure.value - figure.reach <= 13 / 25 <= figure.value + figure.reach
    assert figure.reach == pytest.approx(17 / 23 - 15 / 25)


def test_what_follows_from_two_counts_may_be_as_far_as_both(edition, given):
    given(*factories.reference(), students(13), factories.offer(places=20))
    assert edition("demand", "unmatched_shortfall")("balance")[()].reach == 2


def test_counts_are_rounded_unless_it_is_asked_otherwise(reader):
    with reader.snapshot() as snapshot:
        assert plan(Workbench(snapshot), Selection(DAY), indicators=()).mode == "rounded"


def test_it_is_told_how_many_small_counts_of_all_are_protected_already(reader, given):
    given(
        *factories.reference(),
        students(30),
        students(3, level="first"),
        students(2, service_area="children"),
        students(1, level="first", service_area="children"),
        students(4, window_start=date(2026, 1, 12)),
    )
    firsts = [{"student_ref": f"F{place}", "level": "first"} for place in range(3)]
    given(
        *placements(30),
        *(factories.placement(**each) for each in firsts),
        factories.practice_educator(),
    )
    told, three = [], [INDICATORS[name] for name in ("allocated", "demand", "pe_current")]
    with reader.snapshot() as snapshot:
        plan(Workbench(snapshot), Selection(DAY), "suppressed", three, lambda *of: told.append(of))
    # Each count has small numbers of its own, which begin after those of the counts before it.
    assert told[:3] == [(0, 28), (3, 28), (6, 28)]
    assert told == sorted(told)
    assert len(told) > len(three)


@pytest.mark.parametrize(("count", "reads"), [(0, 0), (4, None), (5, 5), (13, 13)])
def test_or_a_small_one_is_hidden(edition, given, count, reads):
    given(*factories.reference(), students(count))
    (figure,) = edition("demand", mode="suppressed")("demand").values()
    assert figure.value == reads
    assert figure.note == ("" if reads is not None else wording.FEWER_THAN_FIVE)


def test_places_are_shown_as_they_are(edition, given):
    given(*factories.reference(), factories.offer(places=3))
    (figure,) = edition("demand")("net_supply").values()
    assert (figure.value, figure.status) == (3, "ok")


def test_every_number_is_protected_unless_it_is_said_to_count_no_people():
    shown = {name: each.exact for name, each in INDICATORS.items() if each.exact}
    people = ("student", "placement", "educator", "learner", "unplaced", "pass_rate", "demand")
    assert all(not any(word in name for word in people) for name in shown if "value" in shown[name])


@pytest.mark.parametrize("count", range(60))
def test_what_is_told_of_a_count_is_true(count):
    for mode in ("rounded", "suppressed"):
        least, most = rules.bounds(count, mode)
        assert least <= count <= most
