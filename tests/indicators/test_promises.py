"""What every indicator promises, whatever it counts."""

from datetime import date
from typing import get_args

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Topic, Unit
from data.selection import Selection
from tests import factories

DAY = date(2026, 3, 1)
TODAY = Selection(as_at=DAY)
THIS_YEAR = Selection(as_at=DAY, years=("2025/26",))
# Those whose rows are counted on a day, and those of money, which has no academic year: a year
# in progress is no part of their period.
STOCKS = {
    "grant_received",
    "grant_spent",
    "grant_variance",
    "contributions",
    "contributions_cash",
    "contributions_in_kind",
    "pe_on_register",
    "pe_current",
    "pe_inactive_rate",
    "pe_expiring",
    "pe_progression_rate",
    "pe_density",
    "adult_share_educators",
    "joint_posts",
    "joint_post_fte",
    "freshness_days",
}

every = pytest.mark.parametrize("indicator", INDICATORS)


@pytest.fixture
def engine(sqlite_engine):
    """These hold whatever the database is; test_questions.py asks both kinds."""
    return sqlite_engine


@pytest.fixture
def one_of_each(given):
    """One row on each sheet that figures are worked out from."""
    given(
        *factories.reference(),
        factories.demand(students=3),
        factories.request(places=2),
        factories.agreement(places_per_year_low=2, places_per_year_high=4),
        factories.offer(places=2),
        factories.placement(actual_start=date(2025, 9, 30), days_required=70, concern="no"),
        factories.practice_educator(),
        factories.training(),
        factories.activity(people=4, hours=1.5),
        factories.workforce(
            headcount=12,
            fte_in_post=10,
            fte_vacancies=4,
            fte_agency=2,
            fte_agency_covering=1,
            fte_leavers=3,
        ),
        factories.finance(kind="spend", planned=500_000, actual=450_050),
        factories.setting(key="daily_fee_pence", value="2000"),
    )


@pytest.fixture
def nobody_reported(given):
    """Two partners of whom a return is due, and not a row."""
    given(*factories.reference(), factories.period())


@every
def test_without_dimensions_one_id_is_one_figure(figures, one_of_each, indicator):
    assert list(figures(indicator, TODAY)) == [()]


@every
def test_an_empty_database_answers_nought_or_not_applicable(figure, indicator):
    found = figure(indicator, TODAY)
    assert (found.value, found.status) in ((0, "ok"), (None, "not_applicable"))


@every
def test_without_rows_a_missing_return_means_not_reported(figure, nobody_reported, indicator):
    found = figure(indicator, TODAY)
    # That a return is missing is just what this one tells.
    known = (0, "ok") if indicator == "returns_on_time" else (None, "not_reported")
    assert (found.value, found.status) == known


@every
def test_a_return_not_yet_due_is_not_missing(figure, nobody_reported, indicator):
    assert figure(indicator, Selection(as_at=date(2025, 10, 1))).status != "not_reported"


@every
def test_a_partner_who_has_sent_everything_is_never_not_reported(
    figure, nobody_reported, given, indicator
):
    given(factories.return_state("northern"), factories.return_state("riverside"))
    assert figure(indicator, TODAY).status != "not_reported"


@every
def test_a_value_is_there_exactly_where_the_status_says_so(figure, one_of_each, indicator):
    found = figure(indicator, THIS_YEAR)
    assert (found.value is None) == (found.status in ("not_reported", "not_applicable"))


@every
def test_a_year_that_has_not_ended_is_provisional_unless_counted_on_a_day(
    figure, one_of_each, indicator
):
    found = figure(indicator, THIS_YEAR)
    expected = "ok" if indicator in STOCKS else "provisional"
    assert found.status in (expected, "not_applicable")


@every
def test_a_ratio_is_its_numerator_over_its_denominator(figure, one_of_each, indicator):
    found = figure(indicator, TODAY)
    factor = 100 if INDICATORS[indicator].unit == "per_hundred" else 1
    plain = not found.denominator or found.value == pytest.approx(
        found.numerator * factor / found.denominator
    )
    assert plain


@every
def test_a_ratio_carries_its_base(figure, one_of_each, indicator):
    found = figure(indicator, TODAY)
    assert found.denominator is None or found.n == found.denominator


@every
def test_voided_rows_count_in_nothing(figure, given, indicator):
    voided = {"voided_at": factories.NOW, "voided_reason": "entered twice"}
    given(
        *factories.reference(),
        factories.demand(**voided),
        factories.request(**voided),
        factories.offer(**voided),
        factories.placement(actual_start=date(2025, 9, 30), **voided),
        factories.practice_educator(**voided),
        factories.training(**voided),
        factories.activity(people=4, hours=1.5, **voided),
        factories.agreement(type="joint_post", fte=0.5, **voided),
        factories.workforce(**voided),
        factories.finance(actual=450_050, **voided),
    )
    assert figure(indicator, TODAY).value in (0, None)


@every
def test_an_indicator_explains_itself_in_words(indicator):
    row = INDICATORS[indicator]
    words = (row.name, row.meaning, row.formula, row.calendar, row.source)
    assert all(words)


@every
def test_an_indicator_has_a_known_topic_and_unit(indicator):
    row = INDICATORS[indicator]
    assert row.topic in get_args(Topic)
    assert row.unit in get_args(Unit)
