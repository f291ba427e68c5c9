"""What a headline says of the edition before it tells no more than the two editions do."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from dashboard.editions.before import Before, change
from dashboard.indicators import INDICATORS
from tests.disclosure.test_attack_on_figures import MODES, SHARED, fetched_of
from tests.editions.test_change_since import FIRST
from tests.oracle.questions import cases

EDITION = "edition 1 of 1 February 2026"


def seen(engine, case, mode):
    """Every figure of an edition of a world, by count, cut and group."""
    found = fetched_of(engine, case, mode)
    return {(*asked, key): each for asked, of_it in found.items() for key, each in of_it.items()}


def as_read(figure):
    """A figure with nothing but what whoever reads an edition is shown of a count."""
    return replace(figure, numerator=None, denominator=None, n=None, ask=None)


def is_protected(figure):
    return figure.low or figure.value is None


@MODES
@pytest.mark.timeout(900)
@settings(max_examples=10, deadline=None, suppress_health_check=SHARED)
@given(then=cases(), now=cases())
def test_a11_a_change_is_worked_out_from_what_both_editions_show(sqlite_engine, mode, then, now):
    before, after = (seen(sqlite_engine, case, mode) for case in (then, now))
    for place in before.keys() & after.keys():
        indicator, was, figure = INDICATORS[place[0]], before[place], after[place]
        told = change(indicator, figure, Before(FIRST, {indicator.id: was}))
        again = Before(FIRST, {indicator.id: as_read(was)})
        assert told == change(indicator, as_read(figure), again)
        said = told.replace(EDITION, "")
        assert not (is_protected(was) or is_protected(figure)) or not any(map(str.isdecimal, said))
