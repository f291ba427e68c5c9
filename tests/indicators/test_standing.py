"""How a figure stands against its target."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.indicators import INDICATORS
from dashboard.indicators.parts import Figure
from dashboard.indicators.standing import stands

RULES = {"status_margin_points": {"England": 5}, "status_margin_percent": {"England": 10}}
EDUCATORS, SHORT = INDICATORS["pe_current"], INDICATORS["unmatched_shortfall"]
ON_TIME, MIX = INDICATORS["on_time_start_rate"], INDICATORS["adult_share_supply"]
UNJUDGED = ("partial", "provisional", "suppressed", "not_reported", "not_applicable")


def figure(value, status="ok"):
    return Figure((), value, None, None, None, status, 1, 1)


def judged(indicator, value, target, status="ok"):
    return stands(indicator, figure(value, status), target, RULES, "England")


@pytest.mark.parametrize(
    ("indicator", "value", "target", "verdict"),
    [
        (EDUCATORS, 42, 42, "on_track"),
        (EDUCATORS, 38, 42, "at_risk"),
        (EDUCATORS, 37, 42, "behind"),
        (SHORT, 0, 0, "on_track"),
        (SHORT, 1, 0, "behind"),
        (SHORT, 11, 10, "at_risk"),
        (ON_TIME, 0.95, 0.95, "on_track"),
        (ON_TIME, 0.90, 0.95, "at_risk"),
        (ON_TIME, 0.89, 0.95, "behind"),
        (MIX, 0.45, 0.5, "on_track"),
        (MIX, 0.6, 0.5, "at_risk"),
        (MIX, 0.61, 0.5, "behind"),
    ],
    ids=lambda part: part if isinstance(part, str) else str(getattr(part, "id", part)),
)
def test_a_figure_stands_as_the_rules_say(indicator, value, target, verdict):
    assert judged(indicator, value, target).verdict == verdict


@pytest.mark.parametrize("status", UNJUDGED)
def test_what_is_not_whole_is_never_judged(status):
    value = None if status in ("not_reported", "not_applicable", "suppressed") else 50
    found = judged(EDUCATORS, value, 42, status)
    assert found.verdict == "no_data"
    assert found.rule.startswith("Not judged: ")


def test_without_a_target_there_is_no_status():
    found = judged(EDUCATORS, 42, None)
    assert (found.verdict, found.rule) == ("no_data", "No target")


def test_the_rule_is_said_with_the_numbers_it_sets():
    assert judged(EDUCATORS, 42, 42).rule == "On track from 42, at risk from 38, below that behind"
    assert judged(SHORT, 5, 20).rule == "On track up to 20, at risk up to 22, above that behind"
    assert judged(ON_TIME, 1, 0.95).rule == (
        "On track from 95.0%, at risk from 90.0%, below that behind"
    )
    assert judged(MIX, 0.5, 0.5).rule == (
        "On track within 5 percentage points of 50.0%, at risk within 10 percentage points, "
        "else behind"
    )


def test_a_nation_has_rules_of_its_own():
    rules = {key: values | {"Wales": 50} for key, values in RULES.items()}
    assert stands(EDUCATORS, figure(21), 42, rules, "Wales").verdict == "at_risk"
    assert stands(EDUCATORS, figure(21), 42, rules, "England").verdict == "behind"


@given(value=st.integers(0, 500), target=st.integers(0, 500))
def test_the_bounds_in_words_are_those_that_judge(value, target):
    found = judged(EDUCATORS, value, target)
    good, near = (int(number) for number in re.findall(r"from (\d+)", found.rule))
    expected = "on_track" if value >= good else "at_risk" if value >= near else "behind"
    assert found.verdict == expected


@given(value=st.floats(0, 1), further=st.floats(0, 1), target=st.floats(0, 1))
def test_what_is_better_never_stands_worse(value, further, target):
    order = ("behind", "at_risk", "on_track")
    low, high = sorted((value, further))
    assert order.index(judged(ON_TIME, low, target).verdict) <= order.index(
        judged(ON_TIME, high, target).verdict
    )
