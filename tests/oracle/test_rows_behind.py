"""The rows that are listed behind a figure are those that add up to it."""

from math import isclose

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.formulas import Custom
from dashboard.indicators.sides import ABOVE, ADDED, BELOW, COUNTS, TAKEN_AWAY, group, sides
from data.behind.rows import Behind
from data.people.person import OPERATOR
from data.selection import Selection
from data.workbench import Workbench
from tests.oracle.database import holding
from tests.oracle.questions import cases

SUMS = [name for name, row in INDICATORS.items() if not isinstance(row.work, Custom)]
OTHERS = [name for name in INDICATORS if name not in SUMS]
MANY = 1_000
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def listed(bench, ask, key):
    """What the rows of each side add up to, by the side's name, and whether all are listed."""
    found = {}
    for build, of_source in sides(ask.work).items():
        behind = Behind(bench, group(bench, ask, build, key), of_source)
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


def check(engine, world, questions, indicators):
    with holding(engine, world) as snapshot:
        bench = Workbench(snapshot)
        for ask, figure in answers(bench, questions, indicators):
            if figure.value is not None:
                found = listed(bench, ask, figure.key)
                assert agree(figure, found), (ask.indicator.id, ask.by, figure, found)


@pytest.mark.timeout(600)
@settings(max_examples=30, suppress_health_check=SHARED)
@given(case=cases())
def test_rows_add_up_to_their_figure(sqlite_engine, case):
    check(sqlite_engine, *case, SUMS)
