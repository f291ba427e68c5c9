"""Worlds at the edge, asked every question of one dimension: nothing, one row, all left blank."""

from datetime import date

import pytest

from dashboard.indicators import INDICATORS
from data.returns.sheets import SHEETS
from tests import factories
from tests.oracle import scenery
from tests.oracle.compare import differences
from tests.oracle.everything import ORACLE
from tests.oracle.question import Question
from tests.oracle.questions import DIMENSIONS

HOME = {"employer": "dale", "programme": "abbey-ba"}
OF_UNIVERSITIES = ("demand", "requests", "placements")
ANSWERED = [name for name in INDICATORS if name in ORACLE]


def row(sheet, **changes):
    """A row of the factories, at home in the scenery, with every blank cell written out."""
    blank = {column.name: None for column in SHEETS[sheet].columns}
    found = blank | factories.valid_row(sheet)
    home = {name: value for name, value in HOME.items() if name in found}
    owner = "abbey" if sheet in OF_UNIVERSITIES else "dale"
    return found | home | {"owner": owner, "voided": False} | changes


def world(**facts):
    return scenery.world(facts=facts)


DONE = {
    "status": "completed",
    "actual_start": date(2025, 9, 22),
    "actual_end": date(2026, 1, 30),
}
WORLDS = {
    "an empty database": world(),
    "one row of a sheet": world(offers=[row("offers")]),
    "one row of each sheet": world(**{sheet: [row(sheet)] for sheet in SHEETS}),
    "one voided row of each sheet": world(**{sheet: [row(sheet, voided=True)] for sheet in SHEETS}),
    "money that leaves blank what it may": world(
        finance=[
            row("finance", kind="spend"),
            row("finance", kind="grant", actual_na=True, planned_na=True),
            row("finance", kind="cash", actual=0),
        ],
        pe_training=[row("pe_training", outcome="passed", outcome_on=date(2025, 12, 1))],
    ),
    "placements that leave blank what they may": world(
        placements=[row("placements", **DONE), row("placements", **(DONE | {"status": "started"}))],
        workforce=[row("workforce")],
    ),
}


@pytest.mark.parametrize("name", WORLDS)
def test_the_edges_are_worked_out_alike(sqlite_engine, name):
    day = date(2026, 2, 1)
    questions = [Question(day), *(Question(day, by=(dimension,)) for dimension in DIMENSIONS)]
    assert not differences(sqlite_engine, WORLDS[name], questions, ANSWERED)
