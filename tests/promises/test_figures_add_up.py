"""D5: totals are the sum of their table, in every way that a figure is worked out and told."""

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.rows import rows
from data.selection import Selection
from tests import factories
from tests.oracle.database import bench, holding
from tests.oracle.questions import cases

SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
# What counts rows, each of which is in one group; "either level" is a group of its own.
ADDED_UP = ("demand", "requested", "gross_offers", "matched", "started", "completed")
GROUPS = ("partnership", "level", "service_area", "academic_year")
FILE = "/download/placements/by-level.csv?partnership=north"


@pytest.mark.timeout(600)
@settings(max_examples=200, suppress_health_check=SHARED)
@given(case=cases())
def test_d5_a_total_is_the_sum_of_its_table_by_rows_and_by_cells(sqlite_engine, case):
    world, (plain, _) = case
    asked = Selection(as_at=plain.as_at)
    asks = [
        Ask(INDICATORS[name], asked, by)
        for name in ADDED_UP
        for by in [(), *((group,) for group in GROUPS)]
    ]
    with holding(sqlite_engine, world) as snapshot:
        for cells in (False, True):
            with bench(snapshot, cells=cells) as made:
                answers = evaluate(made, asks)
                told = {ask: rows(ask, answers[ask], snapshot.version) for ask in asks}
            assert_added_up(asks, told)


def assert_added_up(asks, told):
    """A total is the sum of its parts, and missing where they all are: missing is not nought."""
    totals = {ask.indicator.id: told[ask][0]["value"] for ask in asks if not ask.by}
    for ask in asks:
        if ask.by:
            parts = [row["value"] for row in told[ask] if row["value"] is not None]
            total = totals[ask.indicator.id]
            assert total == sum(parts) if parts else not total, (ask.indicator.id, ask.by)


def test_d5_a_manager_s_file_is_a_viewer_s(person, given):
    given(factories.demand(students=5), factories.offer(places=3))
    files = [person(role, "partnership:north").get(FILE).data for role in ("manager", "viewer")]
    assert files[0] == files[1]
    assert b"5" in files[0]
