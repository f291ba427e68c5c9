"""Figures and returns are those of the council that was there."""

from datetime import date

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.reader import Reader
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.changes.mergers.conftest import DAY, NORTH_WEST


@pytest.fixture
def places(cumbria):
    """Places offered, as figures: `places("organisation", years=("2022/23",))`."""

    def ask(*by, **filters):
        question = Ask(INDICATORS["net_supply"], Selection(DAY, **filters), by)
        with Reader(cumbria.engine).snapshot() as snapshot:
            found = evaluate(Workbench(snapshot), [question])[question]
        return {figure.key: figure.value for figure in found if figure.value}

    return ask


@pytest.mark.parametrize(
    ("year", "found"),
    [
        ("2022/23", {("cumbria",): 10, ("lancashire",): 5}),
        (
            "2023/24",
            {("cumberland",): 4, ("lancashire",): 6, ("westmorland-and-furness",): 7},
        ),
    ],
)
def test_figures_of_a_year_are_those_of_the_council_that_was_there(places, year, found):
    assert places("organisation", years=(year,)) == found


@pytest.mark.parametrize(("years", "total"), [(("2022/23",), 15), (("2023/24",), 17), ((), 32)])
def test_the_region_counts_each_place_once(places, years, total):
    assert places("region", years=years) == {(NORTH_WEST,): total}


def test_a_new_council_has_none_of_the_old_one_s_places(places):
    assert places(organisations=("cumberland",)) == {(): 4}


@pytest.fixture
def due(cumbria):
    """Quarters before and after the split, for which only the neighbour has sent a return."""
    cumbria.do(
        factories.period(
            "2022/23 Q1",
            starts_on=date(2022, 9, 1),
            ends_on=date(2022, 11, 30),
            opens=date(2022, 11, 17),
            due=date(2022, 12, 14),
        ),
        factories.period(
            "2023/24 Q1",
            starts_on=date(2023, 9, 1),
            ends_on=date(2023, 11, 30),
            opens=date(2023, 11, 17),
            due=date(2023, 12, 14),
        ),
        factories.return_state("lancashire", period="2022/23 Q1"),
        factories.return_state("lancashire", period="2023/24 Q1"),
    )
    with Reader(cumbria.engine).snapshot() as snapshot:
        members = Workbench(snapshot).members(DAY)
    return {each.organisation: [missed.period for missed in each.missing] for each in members}


def test_a_council_owes_nothing_for_the_time_after_its_end(due):
    assert due["cumbria"] == ["2022/23 Q1"]


def test_nor_do_those_who_follow_for_the_time_before_they_were_there(due):
    assert due["cumberland"] == ["2023/24 Q1"]
    assert due["westmorland-and-furness"] == ["2023/24 Q1"]
