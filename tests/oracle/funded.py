"""Worlds in which money tells something: spending, who passed, more placements, a daily fee."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.oracle.random_rows.partners import finance, training
from tests.oracle.random_rows.places import placement
from tests.oracle.random_rows.values import a_row

NORTH = [("north", "abbey")]
DALE = [("north", "dale")]
BEFORE, SINCE = date(2023, 11, 1), date(2024, 11, 1)
there = {"voided": False}


@st.composite
def funded(draw, world):
    """The same world, with a few rows more of the year before North's funding and the one after."""
    facts = {sheet: list(rows) for sheet, rows in world.facts.items()}
    for place in range(draw(st.integers(1, 2))):
        facts["placements"].append(_placement(draw, f"before-{place}", BEFORE, facts))
    for place in range(draw(st.integers(1, 5))):
        facts["placements"].append(_placement(draw, f"since-{place}", SINCE, facts))
        facts["finance"].append(_spending(draw, f"since-{place}", facts))
    for place in range(draw(st.integers(0, 2))):
        facts["pe_training"].append(_pass(draw, f"since-{place}", facts))
    first = draw(st.sampled_from((date(2020, 1, 1), SINCE)))
    fee = {"key": "daily_fee_pence", "value": "2050", "valid_from": first, "country": "any"}
    return replace(world, facts=facts, settings=[*world.settings, fee])


def _placement(draw, name, day, facts):
    made = placement(draw, a_row(draw, NORTH, name, "placements"), facts)
    ended = {"actual_end": None, "outcome": None, "planned_end": None}
    started = {"status": "started", "planned_start": day, "actual_start": day}
    return made | there | started | ended


def _spending(draw, name, facts):
    made = finance(draw, a_row(draw, NORTH, name, "finance"), facts)
    return made | there | {"kind": "spend", "financial_year": "2024-25", "quarter": None}


def _pass(draw, name, facts):
    made = training(draw, a_row(draw, DALE, name, "pe_training"), facts)
    passed = {"started_on": BEFORE, "outcome": "passed", "outcome_on": SINCE}
    return made | there | passed
