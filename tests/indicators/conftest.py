"""Ask for figures as a page would."""

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.workbench import Workbench


@pytest.fixture
def figures(reader):
    """The figures of an indicator, by group."""

    def ask(indicator, selection, by=()):
        question = Ask(INDICATORS[indicator], selection, by)
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
