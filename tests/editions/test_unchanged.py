"""Whatever is changed later, an edition shows what it showed."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.editions.cache import EditionCache
from dashboard.editions.cuts import CUTS
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.measured import measured
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.people.person import OPERATOR
from data.reader import Reader
from data.returns.read import read
from data.returns.reference import REFERENCE
from data.schema import RETURN_STATUS
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.cells.changing import REFS, TODAY, changes
from tests.editions.conftest import Editions
from tests.support.files import AUTHOR, as_csv, row

# What else than rows somebody may change: rules, places, targets, and who reported.
MOVED = {
    "organisation": (
        ["code", "name", "kind", "region_code"],
        ["riverside", "Riverside", "local_authority", "E12000009"],
    ),
    "setting": (
        ["key", "value", "valid_from", "country"],
        ["currency_months", 1, "2026-01-01", "England"],
    ),
    "target": (
        ["indicator", "scope", "academic_year", "value"],
        ["demand", "partnership:north", "2025/26", 99],
    ),
}
STORIES = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def begun(send):
    """A database with a row or two of each kind, on either database."""
    send.do(factories.period(), factories.return_state("northern"))
    send(
        demand=[row("demand", ref="R1", students=5)],
        agreements=[row("agreements", ref=name) for name in REFS],
        offers=[row("offers", ref=name, places=3) for name in REFS],
        practice_educators=[row("practice_educators", ref=name) for name in ("PE-1", "PE-2")],
        placements=[row("placements", ref="R1", pe_ref="PE-1")],
    )
    return send


def figures_of(engine, number):
    """Every figure of an edition in the listed cuts, read as a process that has just started."""
    edition_cache = EditionCache(
        Reader(engine), measured(INDICATORS.values()), lambda: date(2030, 1, 1)
    )
    at = edition_cache.at(f"edition={number}", OPERATOR)
    selection = Selection(at.today, partnerships=tuple(at.within))
    with at.store.snapshot() as snapshot:
        asks = [Ask(each, selection, by) for each in INDICATORS.values() for by in CUTS]
        return evaluate(at.bench(snapshot), asks)


def live_figures(engine, day):
    with Reader(engine).snapshot() as snapshot:
        asks = [
            Ask(each, Selection(day, partnerships=("north",)), by)
            for each in INDICATORS.values()
            for by in CUTS
        ]
        return evaluate(Workbench(snapshot), asks)


@pytest.mark.timeout(900)
@STORIES
@given(several=st.lists(st.lists(changes, min_size=1, max_size=3), min_size=1, max_size=3))
def test_no_figure_of_an_edition_changes_with_the_rows(begun, several):
    number = Editions(begun.engine)(as_at=TODAY)
    before = figures_of(begun.engine, number)
    for sent in several:
        sheets = {}
        for (sheet, _ref), values in {(s, v["ref"]): v for s, v in sent}.items():
            sheets.setdefault(sheet, []).append(values)
        assert not begun(**sheets).errors
    assert figures_of(begun.engine, number) == before


@pytest.mark.parametrize("table", MOVED)
def test_no_figure_of_an_edition_changes_with_places_rules_and_targets(begun, tmp_path, table):
    number = Editions(begun.engine)(as_at=TODAY)
    before = figures_of(begun.engine, number)
    path = as_csv(tmp_path / f"{table}.csv", MOVED[table])
    upload_reference(begun.engine, read(path, REFERENCE), AUTHOR, named=Named(INDICATORS))
    assert figures_of(begun.engine, number) == before


def test_no_figure_of_an_edition_changes_with_a_return_that_comes_late(begun):
    number = Editions(begun.engine)(as_at=TODAY)
    before = figures_of(begun.engine, number)
    live = live_figures(begun.engine, TODAY)
    begun.do(
        RETURN_STATUS.update().values(state="submitted").where(RETURN_STATUS.c.state != "submitted")
    )
    assert live_figures(begun.engine, TODAY) != live
    assert figures_of(begun.engine, number) == before


def test_an_edition_shows_what_the_data_showed_when_it_was_made(begun):
    day = TODAY - timedelta(days=200)
    number = Editions(begun.engine)(as_at=day)
    assert figures_of(begun.engine, number) == live_figures(begun.engine, day)
