"""Every indicator, asked every question that a reader can put, on both kinds of database."""

from datetime import date
from itertools import combinations
from typing import get_args

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.parts import Status
from data.selection import DIMENSIONS, Selection
from data.workbench import Workbench
from tests import factories

TODAY = Selection(as_at=date(2026, 3, 1))
FILTERS = {
    "regions": ("E12000003",),
    "partnerships": ("north",),
    "organisations": ("northern",),
    "years": ("2025/26",),
    "levels": ("final",),
    "areas": ("adults",),
    "routes": ("undergraduate",),
}


@pytest.fixture
def answers(reader, given):
    """The figures of many questions over one row on each sheet."""
    given(
        *factories.reference(),
        factories.demand(students=3),
        factories.request(places=2),
        factories.offer(places=2, level="either"),
        factories.placement(actual_start=date(2025, 9, 30)),
        factories.practice_educator(),
        factories.training(),
        factories.workforce(fte_in_post=10),
        factories.finance(kind="spend", planned=500_000, actual=450_050),
    )

    def ask(selections, bys):
        questions = [
            Ask(indicator, selection, by)
            for indicator in INDICATORS.values()
            for selection in selections
            for by in bys
        ]
        with reader.snapshot() as snapshot:
            return evaluate(Workbench(snapshot), questions)

    return ask


def statuses(found):
    return {figure.status for figures in found.values() for figure in figures}


def test_every_pair_of_dimensions_is_answered(answers):
    found = answers([TODAY], [(), *combinations(DIMENSIONS, 2)])
    assert statuses(found) <= set(get_args(Status))


def test_every_pair_of_filters_is_answered(answers):
    pairs = [
        TODAY.only(**{name: FILTERS[name] for name in pair}) for pair in combinations(FILTERS, 2)
    ]
    assert statuses(answers(pairs, [()])) <= set(get_args(Status))


def test_a_filter_and_the_dimension_of_its_name_give_the_same_number(answers):
    filtered = TODAY.only(partnerships=("north",))
    found = answers([TODAY, filtered], [(), ("partnership",)])
    differing = [
        row.id
        for row in INDICATORS.values()
        if {"north": found[Ask(row, filtered)][0].value}
        != {figure.key[0]: figure.value for figure in found[Ask(row, TODAY, ("partnership",))]}
    ]
    assert differing == []


def test_the_basis_changes_no_figure_without_a_region(answers):
    by_university = TODAY.only(basis="hei")
    found = answers([TODAY, by_university], [()])
    assert all(
        found[Ask(row, TODAY)] == found[Ask(row, by_university)] for row in INDICATORS.values()
    )
