"""The generated partnerships have what real ones have."""

from collections import Counter, defaultdict

import pytest

from data.calendar import academic_year, months_later
from data.generated.events import MERGERS
from data.generated.organisations import YEARS
from data.samples.illustrative.cast import DRAWN_UP
from tests.generated.support import drawn, partnerships, rows_of_each


def having(rows, **wanted):
    return [row for row in rows if wanted.items() <= row.items()]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        *[("offers", "status", each) for each in ("offered", "confirmed", "rejected")],
        ("offers", "places", 0),
        ("offers", "statutory", "not_known"),
        ("offers", "level", "either"),
        *[("offers", "service_area", each) for each in ("mixed", "all_age", "mental_health")],
        *[("placements", "status", each) for each in ("matched", "confirmed", "started")],
        *[("placements", "status", each) for each in ("completed", "ended_early", "cancelled")],
        *[("placements", "outcome", each) for each in ("pass", "fail", "refer", "deferred")],
        ("placements", "statutory", "not_known"),
        ("placements", "concern", "yes"),
        *[("pe_training", "category", each) for each in ("new", "topping_up", "returning")],
        *[("pe_training", "outcome", each) for each in ("passed", "failed", "withdrew")],
        *[("pe_training", "outcome", each) for each in ("deferred", "in_progress")],
        *[("activities", "status", each) for each in ("planned", "held", "cancelled")],
        *[("agreements", "status", each) for each in ("planned", "active", "ended")],
    ],
)
def test_some_row_is(made, table, column, value):
    assert having(made[table], **{column: value})


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("offers", "statutory_days_per_week"),
        ("activities", "hours"),
        ("workforce", "fte_agency"),
        ("finance", "planned"),
    ],
)
def test_some_cell_is_not_applicable(made, table, column):
    assert having(made[table], **{f"{column}_na": 1})


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("offers", "team"),
        ("offers", "rural"),
        ("requests", "window_end"),
        ("placements", "days_required"),
        ("placements", "offer_ref"),
        ("placements", "pe_ref"),
        ("practice_educators", "places_per_year"),
        ("pe_training", "pe_ref"),
        ("activities", "people"),
    ],
)
def test_a_cell_that_may_be_blank_sometimes_is_and_mostly_is_not(made, table, column):
    filled = {column in row for row in made[table]}
    assert filled == {True, False}


@pytest.mark.parametrize("table", ["offers", "placements", "practice_educators"])
def test_some_rows_were_voided_with_a_reason(made, table):
    voided = [row for row in made[table] if "voided_at" in row]
    assert voided
    assert all(row["voided_reason"] for row in voided)


def test_some_offers_were_withdrawn_in_good_time_and_some_late(made):
    notice = {
        (row["window_start"] - row["status_on"]).days > 28
        for row in having(made["offers"], status="withdrawn")
    }
    assert notice == {True, False}


def test_some_withdrawals_lack_their_reason(made):
    assert any("status_reason" not in row for row in having(made["offers"], status="withdrawn"))


@pytest.mark.parametrize("column", ["reserved_for", "agreement_ref"])
def test_some_offers_have(made, column):
    assert any(column in row for row in made["offers"])


def test_a_children_s_only_partner_offers_only_children_s_places(made):
    partner = next(
        each.code for each in partnerships("S")[0].employers if each.services == "children"
    )
    areas = {row["service_area"] for row in having(made["offers"], owner=partner)}
    assert areas == {"children"}


def test_an_employer_that_was_silent_for_a_year_offered_nothing_in_it(made):
    silent = next(each for each in partnerships("S")[0].employers if each.silent_years)
    offers = having(made["offers"], owner=silent.code)
    years = {academic_year(row["window_start"]) for row in offers}
    assert years == set(YEARS) - silent.silent_years


def test_a_place_is_never_given_twice(made):
    offered = {(row["owner"], row["ref"]): row["places"] for row in made["offers"]}
    taken = Counter(
        (row["employer"], row["offer_ref"]) for row in made["placements"] if "offer_ref" in row
    )
    assert all(offered[offer] >= count for offer, count in taken.items())


def test_a_student_of_a_statutory_need_takes_no_other_place_of_the_pool(made):
    pooled = [row for row in made["placements"] if "offer_ref" in row]
    final = Counter(row["statutory"] for row in having(pooled, level="final"))
    assert final["yes"] > final.total() * 0.7


def test_most_students_have_a_first_and_a_final_placement(made):
    levels = defaultdict(set)
    for row in made["placements"]:
        levels[row["student_ref"]].add(row["level"])
    both = [found for found in levels.values() if found == {"first", "final"}]
    assert len(both) > len(levels) / 2


def test_some_students_take_a_placement_again(made):
    had = Counter((row["student_ref"], row["level"]) for row in made["placements"])
    assert max(had.values()) == 2


def test_a_student_is_down_for_two_placements_at_once():
    rows = drawn(partnerships("M")[0], 25_000)["placements"]
    spans = defaultdict(list)
    for row in rows:
        if "planned_end" in row:
            spans[row["student_ref"]].append((row["planned_start"], row["planned_end"]))
    assert any(
        first < second < end
        for several in spans.values()
        for first, end in several
        for second, _ in several
    )


def test_nothing_that_has_happened_lies_after_the_day_of_drawing_up(made):
    happened = {
        "placements": ("actual_start", "actual_end", "qa_audited_on"),
        "offers": ("status_on",),
        "pe_training": ("started_on", "outcome_on"),
        "practice_educators": ("stage1_on", "stage2_on", "last_student_on", "left_on"),
    }
    days = [
        row[name]
        for table, names in happened.items()
        for row in made[table]
        for name in names
        if name in row
    ]
    assert max(days) <= DRAWN_UP


def test_windows_reach_into_the_next_academic_year(made):
    assert max(academic_year(row["window_end"]) for row in made["demand"]) > YEARS[-1]


def last_current(row):
    days = ("legacy_award_on", "stage1_on", "stage2_on", "last_student_on", "last_refresher_on")
    return months_later(max(row[day] for day in days if day in row), 24)


def test_some_practice_educators_are_about_to_lapse_and_some_have_lapsed(made):
    register = [row for row in made["practice_educators"] if "left_on" not in row]
    soon = months_later(DRAWN_UP, 6)
    assert any(DRAWN_UP <= last_current(row) < soon for row in register)
    assert any(last_current(row) < DRAWN_UP for row in register)


def test_some_practice_educators_have_left(made):
    assert any("left_reason" in row for row in made["practice_educators"])


def test_some_practice_educators_hold_an_award_from_before_the_stages(made):
    assert any("legacy_award_on" in row for row in made["practice_educators"])


def test_independent_practice_educators_are_owned_by_a_university_and_have_students(made):
    universities = {each.code for each in partnerships("S")[0].universities}
    independent = having(made["practice_educators"], independent="yes")
    assert {row["owner"] for row in independent} <= universities
    assert any("last_student_on" in row for row in independent)


def test_students_of_a_university_in_two_partnerships_are_told_apart():
    first, second = partnerships("M")[1:3]
    shared = (set(first.universities) & set(second.universities)).pop()
    refs = [
        {row["student_ref"] for row in having(rows, owner=shared.code)}
        for rows in (drawn(one, *rows_of_each("S"))["placements"] for one in (first, second))
    ]
    assert all(refs)
    assert refs[0].isdisjoint(refs[1])


@pytest.mark.parametrize("kind", ["hei", "local_authority"])
def test_a_member_is_in_two_partnerships(england, kind):
    those = {row["code"] for row in having(england["organisation"], kind=kind)}
    in_how_many = Counter(row["organisation_code"] for row in england["membership"])
    assert max(in_how_many[code] for code in those) == 2


def test_two_councils_became_one(england):
    merged = [row for row in england["organisation"] if row["successor_code"]]
    into = Counter(row["successor_code"] for row in merged)
    assert set(into.values()) == {2}
    assert all(row["valid_to"] for row in merged)


def test_a_merged_council_begins_when_those_before_it_end(england):
    spans = {
        row["code"]: (row["valid_from"], row["valid_to"], row["successor_code"])
        for row in england["organisation"]
    }
    gaps = {(spans[into][0] - until).days for _, until, into in spans.values() if into}
    assert gaps == {1}


def test_councils_offer_nothing_before_or_after_their_time():
    one = partnerships("M")[min(MERGERS)]
    for row in drawn(one, *rows_of_each("S"))["offers"]:
        assert row["window_start"] >= one.joined.get(row["owner"], row["window_start"])
        assert row["window_start"] <= one.left.get(row["owner"], row["window_start"])


def test_a_partner_joined_and_a_partner_left(england):
    assert any(row["valid_from"] for row in england["membership"])
    assert any(row["valid_to"] for row in england["membership"])


def test_some_returns_are_missing_and_some_came_late(england):
    due = {row["quarter"]: row["due"] for row in england["return_period"]}
    states = england["return_status"]
    late = [row for row in states if row["at"].date() > due[row["period"]]]
    assert late
    assert len(states) < len(england["membership"]) * len(due)


def test_most_returns_are_signed_off(england):
    states = Counter(row["state"] for row in england["return_status"])
    assert states["signed_off"] > states.total() * 0.8


def test_somebody_says_what_they_set_out_to_reach(england):
    assert {row["academic_year"] for row in england["target"]} == set(YEARS)


@pytest.mark.parametrize("kind", ["nhs", "voluntary", "private", "education", "other"])
def test_some_employer_is(england, kind):
    assert having(england["organisation"], kind=kind)


def test_no_two_organisations_have_one_name(england):
    names = Counter(row["name"] for row in england["organisation"])
    assert set(names.values()) == {1}
