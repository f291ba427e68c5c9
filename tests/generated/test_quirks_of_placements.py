"""The generated offers and placements are as real ones are."""

from collections import Counter, defaultdict

import pytest

from data.calendar import academic_year
from data.generated.organisations import YEARS
from data.samples.illustrative.cast import DRAWN_UP
from tests.generated.support import drawn, partnerships
from tests.support.rows import having


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
