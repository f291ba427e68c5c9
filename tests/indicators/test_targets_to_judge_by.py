"""A figure is judged only by a target that was set for just that."""

from datetime import date

import pytest

from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.targets import target_to_judge_by
from data.selection import Selection
from data.workbench import Workbench
from tests import factories

TODAY = date(2026, 2, 1)
YEAR = ("2025/26",)
NORTH = {"partnerships": ("north",)}
NOT_WHAT_WAS_AGREED = {
    "a level alone": {"levels": ("final",)},
    "an area alone": {"areas": ("adults",)},
    "a route alone": {"routes": ("undergraduate",)},
    "a partner of a partnership": {"organisations": ("riverside",)},
    "two years": {"years": ("2024/25", "2025/26")},
    "every year": {"years": ()},
}


@pytest.fixture
def target(reader, given):
    given(
        *factories.reference(),
        factories.target("net_supply", 10),
        factories.target("pe_current", 4),
        factories.target("contributions", 90),
    )

    def ask(indicator, **filters):
        asked = Ask(target_to_judge_by(indicator), Selection(TODAY, **filters))
        with reader.snapshot() as snapshot:
            ((figure,),) = evaluate(Workbench(snapshot), [asked]).values()
        return figure.value

    return ask


def test_a_partnership_s_year_is_judged_by_its_target(target):
    assert target("net_supply", years=YEAR, **NORTH) == 10


def test_what_is_counted_on_a_day_needs_no_year(target):
    assert target("pe_current", **NORTH) == 4


@pytest.mark.parametrize("filters", NOT_WHAT_WAS_AGREED.values(), ids=NOT_WHAT_WAS_AGREED)
def test_what_the_target_was_not_set_for_is_not_judged_by_it(target, filters):
    assert target("net_supply", **({"years": YEAR, **NORTH} | filters)) is None


def test_everything_has_no_target_where_one_partnership_has(target):
    assert target("net_supply", years=YEAR) is None


def test_money_that_no_academic_year_chooses_has_no_target_of_one(target):
    assert target("contributions", years=YEAR, **NORTH) is None
