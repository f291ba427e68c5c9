"""Every figure is worked out twice: by the application in SQL, and here, by hand, in Python."""

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.indicators import INDICATORS
from tests.oracle.compare import differences
from tests.oracle.everything import ORACLE
from tests.oracle.questions import cases

TOPICS = sorted({indicator.topic for indicator in INDICATORS.values()})
# One database serves all examples, which is what makes many cheap; each leaves it as it was.
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def of_topic(topic):
    return [name for name, row in INDICATORS.items() if row.topic == topic and name in ORACLE]


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_is_recomputed_by_hand(indicator):
    assert indicator in ORACLE, f"{indicator} has no recomputation in tests/oracle/"


@pytest.mark.timeout(600)
@pytest.mark.parametrize("topic", TOPICS)
@settings(max_examples=50, suppress_health_check=SHARED)
@given(case=cases())
def test_cells_kept_in_memory_come_to_the_same_figures(sqlite_engine, topic, case):
    assert not differences(sqlite_engine, *case, of_topic(topic), cells=True)


# Hypothesis takes its time to find the smallest world that is wrong.
@pytest.mark.timeout(600)
@pytest.mark.parametrize("topic", TOPICS)
@settings(max_examples=100, suppress_health_check=SHARED)
@given(case=cases())
def test_figures_equal_those_worked_out_by_hand(sqlite_engine, topic, case):
    assert not differences(sqlite_engine, *case, of_topic(topic))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("topic", TOPICS)
@settings(max_examples=8, suppress_health_check=SHARED)
@given(case=cases())
def test_postgresql_comes_to_the_same_figures(postgresql_engine, topic, case):
    assert not differences(postgresql_engine, *case, of_topic(topic))
