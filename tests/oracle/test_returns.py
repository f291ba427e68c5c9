"""Figures about returns, worked out twice over worlds in which some are late, or missing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.indicators import INDICATORS
from tests.oracle.compare import differences
from tests.oracle.question import Question
from tests.oracle.questions import questions
from tests.oracle.returns import RETURNS
from tests.oracle.worlds import worlds

QUARTERS = (
    ("2024/25 Q4", date(2025, 6, 1), date(2025, 8, 31)),
    ("2025/26 Q1", date(2025, 9, 1), date(2025, 11, 30)),
    ("2025/26 Q2", date(2025, 12, 1), date(2026, 2, 28)),
)
PERIODS = [
    {
        "quarter": quarter,
        "starts_on": first,
        "ends_on": last,
        "opens": last - timedelta(days=14),
        "due": last + timedelta(days=14),
    }
    for quarter, first, last in QUARTERS
]
STATES = ("submitted", "submitted", "signed_off", "signed_off", "reopened", "sent_back")
DAYS = sorted(period["due"] + timedelta(days=days) for period in PERIODS for days in (-1, 0, 1, 60))
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def test_every_indicator_of_the_topic_is_recomputed_here():
    assert {row.id for row in INDICATORS.values() if row.topic == "Returns"} == set(RETURNS)


@st.composite
def state(draw, member, period):
    late = draw(st.sampled_from((-9, -1, 0, 0, 1, 30)))
    return {
        "partnership": member["partnership_code"],
        "organisation": member["organisation_code"],
        "period": period["quarter"],
        "state": draw(st.sampled_from(STATES)),
        "by": "test",
        "at": datetime.combine(period["due"] + timedelta(days=late), time(9), UTC),
        "reason": "Because",
    }


@st.composite
def cases(draw):
    """A world with returns, two of its members not always there, and two questions."""
    world = draw(worlds())
    bounds = st.none() | st.sampled_from((date(2025, 8, 31), date(2025, 11, 30)))
    members = [dict(each) for each in world.memberships]
    members[0] |= {"valid_from": draw(bounds), "valid_to": None}
    members[-1] |= {"valid_to": draw(bounds), "valid_from": None}
    world = replace(
        world,
        memberships=[{"valid_from": None, "valid_to": None} | each for each in members],
        periods=PERIODS,
        states=[
            draw(state(member, period))
            for member in members
            for period in PERIODS
            if draw(st.integers(0, 3))
        ],
    )
    as_at = draw(st.sampled_from(DAYS))
    return world, (Question(as_at), draw(questions(as_at)))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("cells", [False, True])
@settings(max_examples=60, suppress_health_check=SHARED)
@given(case=cases())
def test_figures_about_returns_equal_those_worked_out_by_hand(sqlite_engine, cells, case):
    assert not differences(sqlite_engine, *case, list(RETURNS), cells=cells)


@pytest.mark.timeout(600)
@settings(max_examples=8, suppress_health_check=SHARED)
@given(case=cases())
def test_postgresql_comes_to_the_same_figures_about_returns(postgresql_engine, case):
    assert not differences(postgresql_engine, *case, list(RETURNS))
