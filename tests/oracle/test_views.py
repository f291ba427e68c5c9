"""Figures that one view alone shows, worked out twice as well."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.overload import BY_EMPLOYER
from dashboard.views import (
    attendance,
    contracted,
    late_starts,
    meetings_held,
    open_windows,
    overloads,
)
from data.selection import Selection
from tests.oracle.database import bench, holding
from tests.oracle.employers import contracted_band
from tests.oracle.engagement import meetings
from tests.oracle.group import Group
from tests.oracle.picks import begun
from tests.oracle.progress import lateness
from tests.oracle.questions import cases
from tests.oracle.windows import overload, windows, year_in

SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
BANDS = ((1, 7), (8, 14), (15, 28), (29, 10_000))
WITH_CELLS = pytest.mark.parametrize("cells", [False, True], ids=["rows", "cells"])


def figures(engine, world, asks, *, cells):
    with holding(engine, world) as snapshot, bench(snapshot, cells=cells) as made:
        answers = evaluate(made, asks)
    return [{figure.key: figure for figure in answers[ask]} for ask in asks]


def of_one_year(question):
    return replace(question, years=(year_in(question),), by=())


def selection(question):
    return Selection(**{name: value for name, value in vars(question).items() if name != "by"})


@WITH_CELLS
@pytest.mark.timeout(600)
@settings(max_examples=40, suppress_health_check=SHARED)
@given(case=cases())
def test_late_starts_fall_into_bands(sqlite_engine, cells, case):
    world, questions = case
    for question in (replace(each, by=()) for each in questions):
        asks = [Ask(band, selection(question)) for band in late_starts.BANDS]
        found = figures(sqlite_engine, world, asks, cells=cells)
        late = [lateness(row) for row in begun(Group(world, question))]
        by_hand = [sum(least <= days <= most for days in late) for least, most in BANDS]
        assert [each[()].value for each in found] == by_hand


@WITH_CELLS
@pytest.mark.timeout(600)
@settings(max_examples=60, suppress_health_check=SHARED)
@given(case=cases())
def test_employers_are_asked_and_have_as_many_as_by_hand(sqlite_engine, cells, case):
    world, questions = case
    for question in map(of_one_year, questions):
        asked = selection(replace(question, basis="employer"))
        asks = [Ask(month, asked, BY_EMPLOYER) for month in overloads.OVER]
        found = figures(sqlite_engine, world, asks, cells=cells)
        if question.routes:
            assert {f.status for each in found for f in each.values()} == {"not_applicable"}
            continue
        for key, by_hand in overload(world, question).items():
            have = [
                (each[key].numerator or 0, each[key].denominator or 0, each[key].n or 0)
                if key in each
                else (0, 0, 0)
                for each in found
            ]
            assert have == by_hand, key


@pytest.mark.timeout(600)
@settings(max_examples=40, suppress_health_check=SHARED)
@given(case=cases())
def test_what_is_short_in_a_month_adds_up_over_employers(sqlite_engine, case):
    world, questions = case
    for question in (replace(each, routes=()) for each in map(of_one_year, questions)):
        chosen = selection(question)
        asks = [Ask(month, chosen, by) for month in overloads.OVER for by in (BY_EMPLOYER, ())]
        found = figures(sqlite_engine, world, asks, cells=True)
        for groups, total in zip(found[::2], found[1::2], strict=True):
            assert sum(figure.value for figure in groups.values()) == total[()].value


@WITH_CELLS
@pytest.mark.timeout(600)
@settings(max_examples=60, suppress_health_check=SHARED)
@given(case=cases())
def test_windows_are_open_when_they_are_by_hand(sqlite_engine, cells, case):
    world, questions = case
    for question in map(of_one_year, questions):
        asked = selection(question)
        asks = [Ask(month, asked, open_windows.SPLIT) for month in open_windows.ASKED]
        found = figures(sqlite_engine, world, asks, cells=cells)
        by_hand = windows(world, question)
        for key in {key for each in found for key in each} | set(by_hand):
            have = [each[key].value if key in each else 0 for each in found]
            assert have == by_hand.get(key, [0] * 12), key


@pytest.mark.timeout(600)
@settings(max_examples=60, suppress_health_check=SHARED)
@given(case=cases())
def test_each_step_is_its_parts_together(sqlite_engine, case):
    world, questions = case
    wholes = {
        "gross_offers": ("net_supply", "withdrawn", "rejected"),
        "matched": ("allocated", "cancelled"),
        "started": ("started_by_plan", "started_late"),
    }
    keys = [key for whole, parts in wholes.items() for key in (whole, *parts)]
    keys += ["completed", "ended_early", "under_way", "start_overdue", "allocated"]
    for question in (replace(each, by=(), routes=()) for each in questions):
        asks = [Ask(INDICATORS[key], selection(question)) for key in keys]
        values = [each[()].value for each in figures(sqlite_engine, world, asks, cells=True)]
        value = dict(zip(keys, values, strict=True))
        for whole, parts in wholes.items():
            assert value[whole] == sum(value[part] for part in parts)
        ended = value["completed"] + value["ended_early"] + value["under_way"]
        assert value["started"] == ended
        assert value["allocated"] >= value["started"] + value["start_overdue"]


@WITH_CELLS
@pytest.mark.timeout(600)
@settings(max_examples=40, suppress_health_check=SHARED)
@given(case=cases())
def test_what_partners_return_of_one_day_is_one_meeting(sqlite_engine, cells, case):
    world, questions = case
    asked = (*meetings_held.SHOWN, attendance.CHAIRED)
    for question in (replace(each, by=by) for each in questions for by in ((), attendance.BY)):
        asks = [Ask(each, selection(question), question.by) for each in asked]
        found = figures(sqlite_engine, world, asks, cells=cells)
        for key in {key for each in found for key in each}:
            have = [each[key].value if key in each else 0 for each in found]
            assert have == meetings(Group(world, question, key)), key


@WITH_CELLS
@pytest.mark.timeout(600)
@settings(max_examples=60, suppress_health_check=SHARED)
@given(case=cases())
def test_what_agreements_promise_is_a_range_of_its_own(sqlite_engine, cells, case):
    world, questions = case
    for each in map(of_one_year, questions):
        question = replace(each, levels=(), areas=(), routes=(), by=("organisation",))
        asks = [Ask(contracted.STARTED, selection(question), question.by)]
        (found,) = figures(sqlite_engine, world, asks, cells=cells)
        for key, figure in found.items():
            have = (figure.value, figure.numerator, figure.denominator)
            assert have == contracted_band(Group(world, question, key)), key
