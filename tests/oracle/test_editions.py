"""What an edition keeps is all that figures of its partnerships hang on, in any world."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.editions.cuts import CUTS
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.editions import frozen
from data.editions.memory import FrozenReader
from data.returns.sheets import SHEETS
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.oracle import scenery
from tests.oracle.database import holding
from tests.oracle.published import MEASURES
from tests.oracle.random_rows.values import DAYS
from tests.oracle.worlds import worlds

SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
# A stock is shown in the years of the rows that there are, of which an edition has its own alone.
ASKED = [by for by in CUTS if "academic_year" not in by]


def figures(snapshot, day, code):
    selection = Selection(day, partnerships=(code,))
    asks = [Ask(each, selection, by) for each in INDICATORS.values() for by in ASKED]
    found = evaluate(Workbench(snapshot, within=frozenset({code})), asks)
    return {(ask.indicator.id, ask.by): found[ask] for ask in asks}


def differences(engine, world, day, code):
    with holding(engine, world) as snapshot:
        live = figures(snapshot, day, code)
        kept, _, _ = frozen.packed(frozen.taken(snapshot, [code], "funder"))
    with FrozenReader(frozen.tables(kept)).snapshot() as snapshot:
        then = figures(snapshot, day, code)
    return [key for key, found in live.items() if then[key] != found]


@pytest.mark.timeout(900)
@settings(max_examples=10, suppress_health_check=SHARED)
@given(world=worlds(), day=st.sampled_from(DAYS[4:]), code=st.sampled_from(("north", "south")))
def test_an_edition_of_a_partnership_shows_what_its_members_see(sqlite_engine, world, day, code):
    assert not differences(sqlite_engine, world, day, code)


@pytest.mark.parametrize("in_post", [(20.0, "ok"), (None, "low")], ids=["a number", "a symbol"])
def test_an_edition_knows_that_a_joint_row_is_followed_by_one_of_the_other_council(
    sqlite_engine, in_post
):
    dale, elm = {"E06000001": "801"}, {"E06000002": "802"}
    rows = [published(2024, in_post, dale | elm), published(2025, (3.5, "ok"), dale)]
    world = scenery.world(published=rows)
    assert not differences(sqlite_engine, world, date(2026, 2, 28), "south")


def test_an_edition_knows_what_placements_its_students_had_in_another_partnership(sqlite_engine):
    first = placement("north", level="first", service_area="adults", statutory="yes")
    final = placement("south", level="final", service_area="children", statutory="no")
    world = scenery.world(facts={"placements": [first, final]})
    assert not differences(sqlite_engine, world, date(2026, 2, 28), "south")


def placement(partnership, **changes):
    """A completed placement of one student of the university in both partnerships."""
    blank = {column.name: None for column in SHEETS["placements"].columns}
    home = {"partnership": partnership, "owner": "bridge", "programme": "bridge-ba"}
    done = {"employer": "elm", "status": "completed", "outcome": "pass", "voided": False}
    days = {"actual_start": date(2025, 9, 22), "actual_end": date(2026, 1, 30)}
    return blank | factories.valid_row("placements") | home | done | days | changes


def published(year, in_post, councils):
    """What is published of councils in a year: how many are in post, and nothing else."""
    return {
        "ons_code": " / ".join(councils),
        "councils": councils,
        "geographic_level": "Local authority",
        "census_on": date(year, 9, 30),
        "cells": dict.fromkeys(MEASURES, (None, "not_available")) | {"inpost_fte": in_post},
    }
