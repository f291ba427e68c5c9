"""Newly qualified workers: where they trained, whether they passed, and whether they stayed."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

# Both cohorts given have been over for more than a year; the later one for less than two.
TODAY = Selection(as_at=date(2026, 11, 28))
RETENTION = ("retention_12m", "retention_24m", "retention_36m")
pytestmark = pytest.mark.usefixtures("riverside")


@pytest.fixture
def engine(sqlite_engine):
    """The recomputation asks both kinds of database."""
    return sqlite_engine


def cohort(year, **changes):
    return factories.newly_qualified(cohort=year, **{"started": 10, **changes})


def test_those_who_had_a_placement_here_are_a_share_of_those_who_started(figure, given):
    given(cohort("2023/24", placed_here_before=4), cohort("2024/25", placed_here_before=1))
    found = figure("placement_to_hire", TODAY)
    assert (found.value, found.numerator, found.denominator) == (0.25, 5, 20)


@pytest.mark.parametrize(
    "unsaid", [{}, {"placed_here_before_na": True}], ids=["blank", "not applicable"]
)
def test_a_row_that_does_not_say_is_left_out_of_both_sides(figure, given, unsaid):
    given(cohort("2023/24", placed_here_before=4), cohort("2024/25", **unsaid))
    assert figure("placement_to_hire", TODAY).denominator == 10


def test_a_number_left_blank_everywhere_is_not_reported(figure, given):
    given(cohort("2023/24"))
    assert figure("placement_to_hire", TODAY).status == "not_reported"


def test_a_number_that_nowhere_applies_is_not_applicable(figure, given):
    given(cohort("2023/24", placed_here_before_na=True))
    assert figure("placement_to_hire", TODAY).status == "not_applicable"


def test_a_cohort_that_has_not_begun_is_not_yet_known(figure, given):
    given(cohort("2023/24", placed_here_before=4), cohort("2027/28", placed_here_before=10))
    assert figure("placement_to_hire", TODAY).denominator == 10


def test_nobody_started_is_no_share(figure, given):
    given(cohort("2023/24", started=0, placed_here_before=0))
    assert figure("placement_to_hire", TODAY).status == "not_applicable"


def test_the_deferred_are_no_part_of_those_who_could_pass(figure, given):
    given(cohort("2023/24", asye_passed=8, asye_deferred=2))
    found = figure("asye_pass_rate", TODAY)
    assert (found.value, found.denominator) == (1, 8)


def test_a_cohort_that_does_not_say_who_was_deferred_counts_whole(figure, given):
    given(cohort("2023/24", asye_passed=8))
    assert figure("asye_pass_rate", TODAY).value == 0.8


@pytest.mark.parametrize("indicator", ["asye_pass_rate", *RETENTION])
def test_of_a_young_cohort_it_is_too_early_to_say(figure, given, indicator):
    given(cohort("2025/26", asye_passed=8, in_post_12m=8, in_post_24m=8, in_post_36m=8))
    found = figure(indicator, TODAY)
    assert (found.value, found.status, found.note) == (None, "not_applicable", "too early to say")


@pytest.mark.parametrize(
    ("indicator", "column", "years"),
    [
        ("asye_pass_rate", "asye_passed", 1),
        ("retention_12m", "in_post_12m", 1),
        ("retention_24m", "in_post_24m", 2),
        ("retention_36m", "in_post_36m", 3),
    ],
)
def test_a_cohort_is_old_enough_from_the_31_august_so_long_after_its_year(
    figure, given, indicator, column, years
):
    given(cohort("2022/23", **{column: 6}))
    days = (date(2023 + years, 8, 30), date(2023 + years, 8, 31))
    assert [figure(indicator, Selection(day)).value for day in days] == [None, 0.6]


def test_only_cohorts_old_enough_are_added_up(figure, given):
    given(cohort("2023/24", in_post_24m=5), cohort("2024/25", in_post_24m=10))
    assert figure("retention_24m", TODAY).denominator == 10


def test_each_cohort_is_an_academic_year(values, given):
    given(cohort("2023/24", in_post_12m=5), cohort("2024/25", in_post_12m=9))
    found = values("retention_12m", TODAY, ("academic_year",))
    assert found == {("2023/24",): 0.5, ("2024/25",): 0.9}


def test_the_year_chosen_is_the_cohort_s(figure, given):
    given(cohort("2023/24", in_post_12m=5), cohort("2024/25", in_post_12m=9))
    assert figure("retention_12m", TODAY.only(years=("2024/25",))).value == 0.9


def test_a_cohort_whose_year_goes_on_is_provisional(figure, given):
    given(cohort("2026/27", placed_here_before=4))
    found = figure("placement_to_hire", TODAY.only(years=("2026/27",)))
    assert (found.value, found.status) == (0.4, "provisional")
