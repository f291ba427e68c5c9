"""Ask for figures as a page would."""

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.workbench import Workbench
from tests import factories


@pytest.fixture
def figures(reader):
    """The figures of an indicator, by group: one of the catalogue by its id, or one of a view."""

    def ask(indicator, selection, by=()):
        question = Ask(INDICATORS.get(indicator, indicator), selection, by)
        with reader.snapshot() as snapshot:
            found = evaluate(Workbench(snapshot), [question])[question]
        return {figure.key: figure for figure in found}

    return ask


@pytest.fixture
def figure(figures):
    """The one figure of an indicator without dimensions."""
    return lambda indicator, selection: figures(indicator, selection)[()]


@pytest.fixture
def values(figures):
    """The values of an indicator, by group."""

    def ask(indicator, selection, by=()):
        return {key: found.value for key, found in figures(indicator, selection, by).items()}

    return ask


@pytest.fixture
def register(given):
    """Give practice educators, each by what tells it from the usual one."""

    def insert(*changes):
        given(*factories.reference())
        given(*(factories.practice_educator(**change) for change in changes))

    return insert


@pytest.fixture
def riverside(given):
    """A partnership with one council, which has the code by which it is published."""
    given(
        factories.partnership(),
        factories.council(ons_code="E06000001"),
        factories.membership("riverside"),
    )
