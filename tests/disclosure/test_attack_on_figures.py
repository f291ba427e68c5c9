"""Everything that can be asked of an edition is asked, and solved for small counts."""

from itertools import pairwise, product
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.disclosure.cuts import listed
from dashboard.disclosure.plan import plan
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.selection import Selection
from data.workbench import Workbench
from tests.disclosure.attack import Attacker, learned
from tests.oracle.database import holding
from tests.oracle.questions import cases

SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
BASES = ("partnership", "region", "academic_year")
OTHERS = ("level", "service_area", "term")
# Counts that are asked by themselves, each as a sum of kinds of placement.
WAITING, BY_PLAN, LATE = "not started", "started by plan", "started late"
KINDS = ("cancelled", WAITING, BY_PLAN, LATE)
COUNTS = {
    "matched": KINDS,
    "cancelled": ("cancelled",),
    "allocated": (WAITING, BY_PLAN, LATE),
    "started": (BY_PLAN, LATE),
    "started_by_plan": (BY_PLAN,),
    "started_late": (LATE,),
}
PLANNED = [INDICATORS[name] for name in (*COUNTS, "early_ended_rate", "on_time_start_rate")]


class Counted(NamedTuple):
    """Counts that are attacked together: the kinds in each, and the bases by which they add up."""

    counts: dict
    kinds: tuple
    bases: tuple

    @property
    def cuts(self):
        return listed((*self.bases, *OTHERS), of_one=False)


PLACED = Counted(COUNTS, KINDS, BASES)
# Regions share places, so that by region nobody's shortage adds up.
SHORT = Counted({"unmatched_shortfall": ("short",)}, ("short",), ("partnership", "academic_year"))
WHOM = {"placements": (PLACED, PLANNED), "shortages": (SHORT, [INDICATORS["unmatched_shortfall"]])}
MODES = pytest.mark.parametrize("mode", ["rounded", "suppressed"])


def fetched(bench, selection, whom=PLACED):
    """Every figure of the counts, by name and cut."""
    asks = {
        (name, cut): Ask(INDICATORS[name], selection, cut)
        for name, cut in product(whom.counts, whom.cuts)
    }
    answers = evaluate(bench, asks.values())
    return {asked: {each.key: each for each in answers[ask]} for asked, ask in asks.items()}


def values(figures):
    """Every value that a dimension takes in any figure."""
    found = {}
    for (_name, cut), by_key in figures.items():
        for key in by_key:
            for dimension, value in zip(cut, key, strict=True):
                found.setdefault(dimension, {})[value] = None
    return {name: list(each) for name, each in found.items()}


def people(cut, key, kinds, known, axes):
    """The unknowns in a group: a kind of people, in each place and year, in each other part."""
    fixed, beside = dict(zip(cut, key, strict=True)), axes[-1]
    choices = [[fixed[axis]] if axis in fixed else known.get(axis, []) for axis in axes]
    return [(beside, kind, *where) for where in product(*choices) for kind in kinds]


def taken_down(figures, known, mode, whom):
    """What somebody knows who has taken down all figures."""
    attacker = Attacker()
    for (name, cut), by_key in figures.items():
        besides = [each for each in cut if each in OTHERS] or OTHERS
        for key in product(*(known.get(each, []) for each in cut)):
            figure = by_key.get(key)
            bounds = (0, 0)
            if figure is not None and figure.status == "suppressed":
                bounds = learned(None, low=False, hidden=figure.note, mode=mode)
            elif figure is not None and figure.value is not None:
                bounds = learned(figure.value, low=figure.low, hidden="", mode=mode)
            for beside in besides:
                axes = (*whom.bases, beside)
                attacker.learn(people(cut, key, whom.counts[name], known, axes), *bounds)
    # Whoever is told apart by level is the same as whoever is told apart by area.
    for where, kind in product(product(*(known.get(each, []) for each in whom.bases)), whom.kinds):
        for one, other in pairwise(OTHERS):
            weights = {(one, kind, *where, value): 1 for value in known.get(one, [])}
            weights |= {(other, kind, *where, value): -1 for value in known.get(other, [])}
            attacker.relate(weights)
    return attacker


@MODES
@pytest.mark.parametrize(("whom", "planned"), WHOM.values(), ids=WHOM)
@pytest.mark.timeout(900)
@settings(max_examples=25, deadline=None, suppress_health_check=SHARED)
@given(case=cases())
def test_a11_no_small_count_can_be_worked_out_from_all_figures(
    sqlite_engine, mode, whom, planned, case
):
    world, (question, _) = case
    selection = Selection(question.as_at)
    with holding(sqlite_engine, world) as snapshot:
        exact = Workbench(snapshot)
        truth = fetched(exact, selection, whom)
        protection = plan(exact, selection, mode, planned)
        figures = fetched(Workbench(snapshot, protection=protection), selection, whom)
    known = values(truth)
    small = {}
    for (name, cut), by_key in truth.items():
        beside = next((each for each in cut if each in OTHERS), OTHERS[0])
        for key, figure in by_key.items():
            if figure.value and figure.value < 5:
                axes = (*whom.bases, beside)
                small[name, cut, key] = people(cut, key, whom.counts[name], known, axes)
    assert not (taken_down(figures, known, mode, whom).works_out(small) if small else [])


def fetched_of(engine, case, mode):
    """Every figure of the counts in an edition of a whole world, by name and cut."""
    world, (question, _) = case
    selection = Selection(question.as_at)
    with holding(engine, world) as snapshot:
        protection = plan(Workbench(snapshot), selection, mode, PLANNED)
        return fetched(Workbench(snapshot, protection=protection), selection)


@MODES
@pytest.mark.timeout(900)
@settings(max_examples=15, deadline=None, suppress_health_check=SHARED)
@given(case=cases())
def test_no_count_is_shown_that_is_not_as_the_mode_has_it(sqlite_engine, mode, case):
    figures = fetched_of(sqlite_engine, case, mode)
    shown = [each.value for found in figures.values() for each in found.values() if each.value]
    assert all(value % 5 == 0 if mode == "rounded" else value >= 5 for value in shown)
