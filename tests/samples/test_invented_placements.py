"""The invented offers and placements are as real ones are."""

from collections import Counter, defaultdict

import pytest

from data.calendar import academic_year, term
from data.samples.illustrative.cast import DRAWN_UP
from tests.support.rows import having


def test_an_offer_of_none_is_a_real_zero(invented):
    assert having(invented["offers"], places=0)


def test_some_offers_were_withdrawn_in_good_time_and_some_late(invented):
    notice = {
        (row["window_start"] - row["status_on"]).days > 28
        for row in having(invented["offers"], status="withdrawn")
    }
    assert notice == {True, False}


def test_some_offers_were_rejected(invented):
    assert having(invented["offers"], status="rejected")


def test_some_offers_are_reserved_for_a_university(invented):
    assert any(row.get("reserved_for") for row in invented["offers"])


def test_some_offers_stand_under_an_agreement(invented):
    assert any(row.get("agreement_ref") for row in invented["offers"])


def test_windows_of_different_programmes_overlap(invented):
    spans = {
        (row["programme"], row["window_start"], row["window_end"]) for row in invented["demand"]
    }
    assert any(
        one[0] != other[0] and one[1] < other[1] < one[2] for one in spans for other in spans
    )


@pytest.mark.parametrize(
    "status", ["matched", "confirmed", "started", "completed", "ended_early", "cancelled"]
)
def test_some_placement_is(invented, status):
    assert having(invented["placements"], status=status)


@pytest.mark.parametrize("outcome", ["pass", "fail", "refer", "deferred"])
def test_some_placement_came_out_as(invented, outcome):
    assert having(invented["placements"], outcome=outcome)


def test_nothing_that_has_happened_lies_after_the_day_of_drawing_up(invented):
    happened = {
        "placements": ("actual_start", "actual_end", "qa_audited_on"),
        "offers": ("status_on",),
        "pe_training": ("started_on", "outcome_on"),
        "practice_educators": ("stage1_on", "stage2_on", "last_student_on", "left_on"),
    }
    days = [
        row.get(name)
        for table, names in happened.items()
        for row in invented[table]
        for name in names
    ]
    assert max(day for day in days if day) <= DRAWN_UP


def test_a_place_is_never_given_twice(invented):
    places = {
        (row["partnership"], row["owner"], row["ref"]): row["places"] for row in invented["offers"]
    }
    taken = Counter(
        (row["partnership"], row["employer"], row["offer_ref"])
        for row in invented["placements"]
        if row["offer_ref"]
    )
    assert all(places[offer] >= count for offer, count in taken.items())


def test_a_total_that_balances_hides_students_who_need_a_statutory_place(invented):
    needed, offered = defaultdict(Counter), defaultdict(Counter)
    for row in invented["demand"]:
        when = (row["partnership"], academic_year(row["window_start"]), term(row["window_start"]))
        needed[when][row["level"], row["statutory_required"]] += row["students"]
    for row in invented["offers"]:
        if row["status"] in ("offered", "confirmed"):
            start = row["window_start"]
            when = (row["partnership"], academic_year(start), term(start))
            offered[when][row["level"], row["statutory"]] += row["places"]
    assert any(
        offered[when].total() >= needed[when].total()
        and sum(offered[when][level, "yes"] for level in ("final", "either"))
        < needed[when]["final", "yes"]
        for when in needed
    )


def test_a_student_is_down_for_two_placements_at_once(invented):
    starts = defaultdict(list)
    for row in invented["placements"]:
        starts[row["student_ref"]].append((row["planned_start"], row["planned_end"]))
    assert any(
        first < second < end
        for spans in starts.values()
        for first, end in spans
        for second, _ in spans
    )
