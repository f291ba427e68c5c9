"""Rows of the sheets of a return."""

from itertools import count

from data.schema import (
    FACTS,
)
from tests.factories.days import NOW
from tests.factories.defaults import DEFAULTS

NUMBERS = count(1)


def valid_row(sheet, **changes):
    """A row of a sheet that the database takes as it stands, if ``reference()`` is there."""
    row = {"partnership": "north", "updated_at": NOW, "updated_by": "test"}
    if "ref" in FACTS[sheet].c:
        row["ref"] = f"{sheet}-{next(NUMBERS)}"
    return row | DEFAULTS[sheet] | changes


def fact(sheet, **changes):
    return FACTS[sheet].insert().values(valid_row(sheet, **changes))


def demand(**changes):
    return fact("demand", **changes)


def request(**changes):
    return fact("requests", **changes)


def offer(**changes):
    return fact("offers", **changes)


def placement(**changes):
    return fact("placements", **changes)


def practice_educator(**changes):
    return fact("practice_educators", **changes)


def training(**changes):
    return fact("pe_training", **changes)


def activity(**changes):
    return fact("activities", **changes)


def agreement(**changes):
    return fact("agreements", **changes)


def workforce(**changes):
    return fact("workforce", **changes)


def newly_qualified(**changes):
    return fact("newly_qualified", **changes)


def finance(**changes):
    return fact("finance", **changes)


def reported_figure(**changes):
    return fact("reported_figures", **changes)
