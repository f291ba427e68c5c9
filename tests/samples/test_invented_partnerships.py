"""The invented partnerships have what real ones have."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from data.calendar import academic_year, months_later, term
from data.samples import illustrative
from data.samples.illustrative.cast import DRAWN_UP, YEARS

ARRIVED = ("submitted", "signed_off", "reopened")


def codes(rows, **wanted):
    return {row["code"] for row in rows if wanted.items() <= row.items()}


def having(rows, **wanted):
    return [row for row in rows if wanted.items() <= row.items()]


@pytest.fixture
def owners(invented):
    """Owner codes by table."""
    return {table: {row.get("owner") for row in rows} for table, rows in invented.items()}


def test_the_same_rows_are_drawn_each_time(invented):
    assert illustrative.rows() == invented


def test_the_partnerships_are_marked_as_invented(invented):
    assert {row["origin"] for row in invented["partnership"]} == {"illustrative"}


def test_the_three_partnerships_lie_in_three_regions(invented):
    leads = {row["organisation_code"] for row in having(invented["membership"], role="lead")}
    regions = {row["region_code"] for row in invented["organisation"] if row["code"] in leads}
    assert len(regions) == 3


def test_demand_reaches_over_four_academic_years(invented):
    assert {academic_year(row["window_start"]) for row in invented["demand"]} == set(YEARS)


def test_a_partnership_places_between_one_and_two_hundred_students_a_year(invented):
    sizes = Counter(
        (row["partnership"], academic_year(row["planned_start"]))
        for row in invented["placements"]
        if row["planned_start"] < date(2026, 9, 1)
    )
    assert all(100 <= size <= 200 for size in sizes.values())


@pytest.mark.parametrize("route", ["undergraduate", "postgraduate", "apprenticeship", "step_up"])
def test_a_route_is_taught(invented, route):
    assert having(invented["programme"], route=route)


@pytest.mark.parametrize("services", ["adults", "children", "both"])
def test_some_employer_serves(invented, services):
    assert codes(invented["organisation"], services=services)


def test_a_children_s_only_partner_offers_only_children_s_places(invented):
    partner = codes(invented["organisation"], services="children")
    areas = {row["service_area"] for row in invented["offers"] if row["owner"] in partner}
    assert areas == {"children"}


def test_an_employer_is_in_two_partnerships(invented):
    memberships = Counter(row["organisation_code"] for row in invented["membership"])
    assert max(memberships.values()) == 2


def test_a_university_lies_in_another_region_than_an_employer_of_its_students(invented):
    region = {row["code"]: row["region_code"] for row in invented["organisation"]}
    assert any(region[row["owner"]] != region[row["employer"]] for row in invented["placements"])


def test_an_employer_lies_in_inner_london(invented):
    assert codes(invented["organisation"], region_code="E13000001", kind="local_authority")


def test_a_mental_health_trust_offers_places(invented, owners):
    assert codes(invented["organisation"], kind="nhs") & owners["offers"]


def test_an_all_age_team_offers_places(invented):
    assert having(invented["offers"], service_area="all_age")


def test_a_partner_joined_and_a_partner_left(invented):
    rows = invented["membership"]
    assert any(row["valid_from"] for row in rows)
    assert any(row["valid_to"] for row in rows)


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


def last_current(row):
    days = ("legacy_award_on", "stage1_on", "stage2_on", "last_student_on", "last_refresher_on")
    return months_later(max(row[day] for day in days if row[day]), 24)


def test_some_practice_educators_are_about_to_lapse(invented):
    soon = months_later(DRAWN_UP, 6)
    register = [row for row in invented["practice_educators"] if not row["left_on"]]
    assert any(DRAWN_UP <= last_current(row) < soon for row in register)


def test_some_practice_educators_have_lapsed(invented):
    assert any(last_current(row) < DRAWN_UP for row in invented["practice_educators"])


def test_some_practice_educators_have_left_with_a_reason(invented):
    left = [row for row in invented["practice_educators"] if row["left_on"]]
    assert left
    assert all(row["left_reason"] for row in left)


def test_some_practice_educators_hold_an_award_from_before_the_stages(invented):
    assert any(row["legacy_award_on"] for row in invented["practice_educators"])


def test_independent_practice_educators_are_owned_by_a_university(invented):
    universities = codes(invented["organisation"], kind="hei")
    independent = having(invented["practice_educators"], independent="yes")
    assert independent
    assert {row["owner"] for row in independent} <= universities


@pytest.mark.parametrize("category", ["new", "topping_up", "returning"])
def test_some_learner_is(invented, category):
    assert having(invented["pe_training"], category=category)


@pytest.mark.parametrize("outcome", ["in_progress", "passed", "failed", "withdrew", "deferred"])
def test_some_course_ended(invented, outcome):
    assert having(invented["pe_training"], outcome=outcome)


@pytest.mark.parametrize(
    ("table", "column"),
    [("activities", "hours"), ("workforce", "fte_agency"), ("finance", "planned")],
)
def test_some_cell_is_not_applicable(invented, table, column):
    assert having(invented[table], **{column: "n/a"})


def test_a_return_that_is_due_is_missing(invented):
    there = {
        (row["organisation"], row["period"])
        for row in invented["return_status"]
        if row["state"] in ARRIVED
    }
    assert ("sample-osier-green-council", invented["return_period"][-1]["quarter"]) not in there


def test_a_partner_that_has_sent_nothing_for_a_year_has_no_rows_in_it(invented):
    dunwater = having(invented["offers"], owner="sample-dunwater-council")
    assert "2025/26" not in {academic_year(row["window_start"]) for row in dunwater}


def test_one_return_came_late(invented):
    due_on = {row["quarter"]: row["due"] for row in invented["return_period"]}
    late = [row for row in invented["return_status"] if row["at"].date() > due_on[row["period"]]]
    assert len(late) == 1


def test_no_return_falls_due_later_which_nobody_would_send(invented):
    assert max(row["due"] for row in invented["return_period"]) <= DRAWN_UP


def test_most_returns_are_signed_off(invented):
    states = Counter(row["state"] for row in invented["return_status"])
    assert states["signed_off"] > states.total() * 0.8


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
