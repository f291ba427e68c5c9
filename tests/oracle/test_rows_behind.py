"""The rows that are listed behind a figure are those that add up to it."""

from math import isclose

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.indicators import INDICATORS
from dashboard.indicators.custom import Custom
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.sides import ABOVE, ADDED, BELOW, COUNTS, TAKEN_AWAY, group, sides
from data.people.person import OPERATOR
from data.selection import Selection
from data.tracing.rows import RowsBehind
from data.workbench import Workbench
from tests.oracle.database import holding
from tests.oracle.questions import cases

SUMS = [name for name, row in INDICATORS.items() if not isinstance(row.work, Custom)]
# Formulas that are no sums, with the place of the sheet whose rows come to the figure's base.
BASES = {
    "unmatched_shortfall": 0,
    "spare_places": 1,
    "unplaced": 0,
    "late_start_days_median": 0,
    "late_start_days_max": 0,
    "concentration": 0,
}
MANY = 1_000
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def listed(bench, ask, key):
    """What the rows of each side add up to, by the side's name, and whether all are listed."""
    found = {}
    for build, of_source in sides(ask.work).items():
        behind = RowsBehind(bench, group(bench, ask, build, key), of_source)
        rows = behind.rows(OPERATOR, 0, MANY)
        assert len(rows) == behind.whole.rows == behind.count(OPERATOR)
        for place, side in enumerate(of_source):
            counted = [row for row in rows if row.amounts[place] is not None]
            added = sum(row.amounts[place] for row in counted)
            if not behind.whole.elsewhere:
                assert isclose(added, behind.whole.amounts[place], abs_tol=1e-9)
            if side.measures[0].distinct is not None:
                found[side.name] = len({(r.owner, r.cells["student_ref"]) for r in counted})
            else:
                found[side.name] = behind.whole.amounts[place]
    return found


def expected(figure):
    if figure.denominator is not None:
        return {ABOVE: figure.numerator, BELOW: figure.denominator}
    return {COUNTS: figure.value}


def agree(figure, found):
    if ADDED in found:
        return isclose(found[ADDED] - found[TAKEN_AWAY], figure.value, abs_tol=1e-9)
    return all(
        isclose(found[name], wanted, abs_tol=1e-9) for name, wanted in expected(figure).items()
    )


def answers(bench, questions, indicators):
    for question in questions:
        fields = {name: value for name, value in vars(question).items() if name != "by"}
        asks = [Ask(INDICATORS[name], Selection(**fields), question.by) for name in indicators]
        for ask, figures in evaluate(bench, asks).items():
            yield from ((ask, figure) for figure in figures)


def parted(engine, world, questions, indicators, part):
    """The figures of a world that a comparison calls wrong."""
    with holding(engine, world) as snapshot:
        bench = Workbench(snapshot)
        return [
            (ask.indicator.id, ask.by, figure)
            for ask, figure in answers(bench, questions, indicators)
            if figure.value is not None and not part(bench, ask, figure)
        ]


def adds_up(bench, ask, figure):
    return agree(figure, listed(bench, ask, figure.key))


def comes_to_its_base(bench, ask, figure):
    if ask.work.labels.intersection(ask.by):
        # What a level is short of hangs on the students of every level.
        return True
    build, of_source = list(sides(ask.work).items())[BASES[ask.indicator.id]]
    behind = RowsBehind(bench, group(bench, ask, build, figure.key), of_source)
    return behind.whole.amounts == (figure.n,)


@pytest.mark.timeout(600)
@settings(max_examples=30, suppress_health_check=SHARED)
@given(case=cases())
def test_rows_add_up_to_their_figure(sqlite_engine, case):
    assert parted(sqlite_engine, *case, SUMS, adds_up) == []


@pytest.mark.timeout(600)
@settings(max_examples=5, suppress_health_check=SHARED)
@given(case=cases())
def test_on_postgresql_rows_add_up_to_their_figure_too(postgresql_engine, case):
    assert parted(postgresql_engine, *case, SUMS, adds_up) == []


@pytest.mark.timeout(600)
@settings(max_examples=30, suppress_health_check=SHARED)
@given(case=cases())
def test_what_goes_into_a_formula_that_is_no_sum_comes_to_its_base(sqlite_engine, case):
    assert parted(sqlite_engine, *case, list(BASES), comes_to_its_base) == []
