"""Every figure is worked out twice: by the application in SQL, and here, by hand, in Python."""

from math import isclose

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.indicators import INDICATORS
from tests.oracle.database import figures, holding
from tests.oracle.everything import ORACLE, answer, groups
from tests.oracle.worlds import questions, worlds

TOPICS = sorted({indicator.topic for indicator in INDICATORS.values()})
# A database that outlives one example is what makes many examples cheap; each leaves it as it was.
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def of_topic(topic):
    return [name for name, row in INDICATORS.items() if row.topic == topic and name in ORACLE]


def differences(world, question, indicator, found):
    """Where the application and the recomputation part, in words."""
    expected = groups(world, indicator, question)
    if expected is None:
        states = [figure.status for figure in found.values()]
        return [] if states == ["not_applicable"] else [f"{indicator}: has no meaning here"]
    return [
        f"{indicator} {key}: {found.get(key)}, but by hand {wanted}"
        for key in found.keys() | expected
        if not agrees(found.get(key), wanted := answer(world, indicator, question, key))
    ]


def agrees(figure, wanted):
    if figure is None:
        return not wanted.value
    if wanted.value is None or figure.value is None:
        return wanted.value is figure.value
    sides = [(figure.value, wanted.value)]
    if wanted.below is not None:
        sides += [(figure.numerator, wanted.above), (figure.denominator, wanted.below)]
    return all(isclose(have, want, rel_tol=1e-9, abs_tol=1e-9) for have, want in sides)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_is_recomputed_by_hand(indicator):
    assert indicator in ORACLE, f"{indicator} has no recomputation in tests/oracle/"


@pytest.mark.parametrize("topic", TOPICS)
@settings(max_examples=40, suppress_health_check=SHARED)
@given(world=worlds(), question=questions())
def test_figures_equal_those_worked_out_by_hand(sqlite_engine, topic, world, question):
    indicators = of_topic(topic)
    with holding(sqlite_engine, world) as snapshot:
        found = figures(snapshot, question, indicators)
    assert not [
        difference
        for indicator in indicators
        for difference in differences(world, question, indicator, found[indicator])
    ]
