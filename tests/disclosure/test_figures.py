"""Figures as readers of an edition see them."""

from datetime import date, timedelta

import pytest

from dashboard import wording
from dashboard.disclosure import rules
from dashboard.disclosure.plan import plan
from dashboard.indicators import INDICATORS
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.disclosure.conftest import DAY

STARTED = {"actual_start": date(2025, 9, 22)}


def students(count, **values):
    return factories.demand(students=count, **values)


def placements(count, **values):
    return [factories.placement(student_ref=f"S{place}", **values) for place in range(count)]


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


@pytest.mark.parametrize(
    ("by", "filters"),
    [
        (("partnership", "level", "service_area"), {}),
        (("level",), {"areas": ("adults",)}),
        (("level",), {}),
        (("partnership",), {"as_at": DAY - timedelta(days=1)}),
        (("partnership",), {"basis": "hei"}),
        (("partnership",), {"routes": ("undergraduate",)}),
        ((), {"years": ("2024/25", "2025/26")}),
        (("partnership", "level"), {"years": ("2025/26",)}),
    ],
)
def test_outside_the_cuts_there_is_no_number_and_no_group(edition, given, by, filters):
    given(*factories.reference(), students(40))
    (figure,) = edition("demand")("demand", by, **filters).values()
    assert (figure.key, figure.value, figure.n) == ((None,) * len(by), None, None)
    assert (figure.status, figure.note) == ("suppressed", wording.NO_CUT)


@pytest.mark.parametrize(
    ("by", "filters", "key"),
    [
        ((), {}, ()),
        ((), {"years": ("2025/26",), "levels": ("final",)}, ()),
        (("level",), {"years": ("2025/26",)}, ("final",)),
        (("academic_year", "level"), {}, ("2025/26", "final")),
        (("academic_year",), {"years": ("2024/25", "2025/26")}, ("2025/26",)),
    ],
)
def test_a_filter_is_a_cut_as_a_dimension_is(edition, given, by, filters, key):
    given(*factories.reference(), students(41))
    assert edition("demand")("demand", by, **filters)[key].value == 40


def test_no_two_filters_can_be_subtracted(edition, given):
    given(*factories.reference(), students(31), students(2, level="first"))
    ask = edition("demand")
    whole, final = (ask("demand", years=("2025/26",), levels=each) for each in ((), ("final",)))
    assert whole[()].value - final[()].value == 35 - 30


@pytest.mark.parametrize("count", ["allocated", "demand"])
def test_what_protects_one_count_is_kept_beside_what_protects_another(edition, given, count):
    given(*factories.reference(), students(30), students(3, level="first"))
    firsts = [{"student_ref": f"F{place}", "level": "first"} for place in range(3)]
    given(*placements(30), *(factories.placement(**each) for each in firsts))
    figures = edition("allocated", "demand", mode="suppressed")(count, ("academic_year", "level"))
    assert wording.HIDDEN_FOR_ANOTHER in {each.note for each in figures.values()}


def test_what_was_not_looked_at_is_hidden(edition, given):
    given(*factories.reference(), students(40))
    assert edition("allocated")("demand")[()].note == wording.NO_CUT


def test_two_low_parts_never_stand_under_a_low_whole(edition, given):
    given(*factories.reference(), students(1), students(1, level="first"))
    ask = edition("demand")
    whole = ask("demand", years=("2025/26",))[()]
    parts = ask("demand", ("academic_year", "level"))
    assert not (whole.low and all(each.low for each in parts.values()))


def test_a_lone_hidden_part_has_company(edition, given):
    given(*factories.reference(), students(30), students(3, level="first"))
    parts = edition("demand", mode="suppressed")("demand", ("academic_year", "level"))
    assert [each.status for each in parts.values()] == ["suppressed", "suppressed"] or (
        edition("demand", mode="suppressed")("demand", ("academic_year",))[("2025/26",)].value
        is None
    )


def test_so_has_one_where_regions_share_places_and_do_not_add_up(edition, given):
    given(
        *factories.reference()[:2],
        factories.council(region_code="E12000002"),
        *factories.reference()[3:],
        students(30, service_area="children"),
        students(3),
        factories.offer(service_area="children", places=10),
    )
    ask = edition("demand", "unmatched_shortfall", mode="suppressed")
    (whole,) = ask("unmatched_shortfall", ("academic_year",)).values()
    parts = ask("unmatched_shortfall", ("academic_year", "service_area")).values()
    assert sum(each.value is None for each in (whole, *parts)) > 1


def test_every_number_is_protected_unless_it_is_said_to_count_no_people():
    shown = {name: each.exact for name, each in INDICATORS.items() if each.exact}
    people = ("student", "placement", "educator", "learner", "unplaced", "pass_rate", "demand")
    assert all(not any(word in name for word in people) for name in shown if "value" in shown[name])


@pytest.mark.parametrize("count", range(60))
def test_what_is_told_of_a_count_is_true(count):
    for mode in ("rounded", "suppressed"):
        least, most = rules.bounds(count, mode)
        assert least <= count <= most
