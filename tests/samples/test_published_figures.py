"""No figure of a published partnership is a number that somebody made up."""

from datetime import date

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.reader import Reader
from data.samples.load import load
from data.samples.published_examples import rows
from data.selection import Selection
from data.workbench import Workbench

CODES = [row["code"] for row in rows()["partnership"]]
AS_AT = date(2026, 11, 22)
MISSING = ("not_reported", "not_applicable")


def test_every_figure_of_a_published_partnership_is_not_reported_or_not_applicable(sqlite_engine):
    load(sqlite_engine)
    asks = [
        Ask(indicator, Selection(AS_AT, partnerships=(code,)))
        for indicator in INDICATORS.values()
        for code in CODES
    ]
    with Reader(sqlite_engine).snapshot() as snapshot:
        found = evaluate(Workbench(snapshot), asks)
    numbers = [
        (ask.indicator.id, *ask.selection.partnerships, figure.status, figure.value)
        for ask, figures in found.items()
        for figure in figures
        if figure.status not in MISSING or figure.value is not None
    ]
    assert numbers == []
