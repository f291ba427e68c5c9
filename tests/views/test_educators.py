import pytest

from dashboard import wording
from dashboard.views import capacity, cohorts, lapses, register
from dashboard.views.targets import target_of

BEFORE = {"1": 6, "2": 3}


@pytest.fixture
def stages(given):
    """A register of 14, of whom 11 are current."""

    def make(**totals):
        groups = {
            ("pe_on_register", "stage"): {"1": 10, "2": 4},
            ("pe_current", "stage"): {"1": 8, "2": 3},
            (register.NO_KNOWN_LAPSE.id, "stage"): {"1": 2, "2": 1},
        }
        counts = {"pe_on_register": 14, "pe_current": 11, register.NO_KNOWN_LAPSE.id: 3}
        return given(groups=groups, totals=counts | totals).draw(register.VIEW)

    return make


def test_the_register_is_shown_by_highest_stage_with_those_without_known_lapse_apart(stages, rows):
    assert [row[:4] for row in rows(stages())] == [
        ["Stage 2", "4", "3", "1"],
        ["Stage 1", "10", "8", "2"],
        ["Legacy award", "0", "0", "0"],
    ]


def test_the_register_s_target_stands_where_it_was_set(stages):
    drawn = stages(**{target_of("pe_current").id: 20})
    assert drawn.table.footer[-1].text == "20"


def test_a_stage_has_no_target_of_its_own(stages, rows):
    assert {row[-1] for row in rows(stages())} == {"no target"}


def test_the_register_s_title_compares_with_a_year_before(stages):
    assert stages().title == (
        "11 of 14 practice educators are current, little changed from a year before"
    )


def lapsing(given, *numbers):
    totals = {month.id: number for month, number in zip(lapses.MONTHS, numbers, strict=False)}
    return given(totals=totals).draw(lapses.VIEW)


def test_the_months_to_come_are_twelve(given, rows):
    drawn = lapsing(given, 2)
    assert [row[0] for row in rows(drawn)][::11] == ["1 March 2026", "1 February 2027"]


def test_the_month_in_which_most_lapse_is_named(given):
    assert lapsing(given, 2, 5).title == (
        "7 practice educators lapse in the next 12 months, most in the month to Apr 2026 (5)"
    )


def test_one_who_lapses_is_one(given):
    assert lapsing(given, 0, 1).title == "1 practice educator lapses in the next 12 months"


def test_nobody_lapsing_is_good_news_with_a_chart(given):
    drawn = lapsing(given)
    assert drawn.title == "No practice educator lapses in the next 12 months"
    assert drawn.figure["data"]


def test_an_intake_s_outcomes_add_up_in_its_title(given):
    passed, left, training = (outcome.id for outcome in cohorts.OUTCOMES)
    drawn = given(
        totals={passed: 8, left: 2, training: 1},
        groups={
            (passed, "academic_year"): {"2024/25": 8},
            (left, "academic_year"): {"2024/25": 2},
            (training, "academic_year"): {"2025/26": 1},
        },
    ).draw(cohorts.VIEW)
    assert drawn.title == (
        "Of 11 learners, 8 passed, 2 failed, withdrew or deferred, and 1 is in training"
    )


def test_where_intakes_are_hidden_in_part_the_words_say_so_of_those_in_the_table(given, figures):
    hidden = figures.missing("suppressed", note=wording.NO_CUT)
    passed, *others = (outcome.id for outcome in cohorts.OUTCOMES)
    drawn = given(
        totals=dict.fromkeys((passed, *others), hidden),
        groups={(passed, "academic_year"): {"2024/25": 15}},
    ).draw(cohorts.VIEW)
    assert (
        drawn.title == "Intakes of practice educator training, with their outcome: hidden in part"
    )
    assert drawn.empty == (
        "Some of these figures are hidden to protect people. The others stand in the table."
    )


def test_where_all_intakes_are_hidden_a_filter_is_to_blame(given, figures):
    hidden = figures.missing("suppressed", note=wording.NO_CUT)
    drawn = given(totals={each.id: hidden for each in cohorts.OUTCOMES}).draw(cohorts.VIEW)
    assert drawn.empty.endswith("not among the cuts of this edition. Take a filter away.")


def test_a_stage_of_so_few_that_they_read_nought_is_not_none(given, figures):
    low = {"legacy": figures.low()}
    drawn = given(
        totals={"pe_on_register": 14, "pe_current": 11},
        groups={("pe_on_register", "stage"): low, ("pe_current", "stage"): low},
    ).draw(register.VIEW)
    assert drawn.figure["data"][-1]["text"][2] == " fewer than 3"


@pytest.fixture
def needed(given, figures):
    """Ten final students for seven Stage 2 places; five first students for six others."""

    def make(**filters):
        return given(
            totals={"demand": 15, capacity.PLACES.id: 13, "short_of_stage2": 3},
            groups={
                ("demand", "level"): {"final": 10, "first": 5},
                (capacity.PLACES.id, "stage"): {"1": 4, "2": 7, "legacy": 2},
            },
            **filters,
        ).draw(capacity.VIEW)

    return make


def test_final_placements_need_stage_2_and_first_ones_the_others(needed, rows):
    assert [row[:4] for row in rows(needed())] == [
        ["Final placement", "10", "7", "3 short"],
        ["First placement", "5", "6", "1 spare"],
    ]


def test_the_two_shortages_of_final_placements_stand_beside(needed, rows):
    assert rows(needed())[0][4:] == ["0", "3"]


def test_places_that_are_hidden_in_part_are_not_what_is_left_of_them(given, figures, rows):
    stages = {"1": figures.missing("suppressed"), "2": 7, "legacy": 2}
    drawn = given(
        totals={"demand": 15, capacity.PLACES.id: 13},
        groups={
            ("demand", "level"): {"final": 10, "first": 5},
            (capacity.PLACES.id, "stage"): stages,
        },
    ).draw(capacity.VIEW)
    assert rows(drawn)[1][1:4] == ["5", "hidden", "hidden"]


def test_one_route_s_students_are_not_set_off_against_everybody_s_educators(needed, rows):
    assert [row[3] for row in rows(needed(routes=("step_up",)))] == ["not applicable"] * 2
