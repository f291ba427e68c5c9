"""What the protection of an edition makes of a figure, tried with figures made up for it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dashboard import wording
from dashboard.disclosure import counts
from dashboard.disclosure.figures import protected
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from data.disclosure import Protection
from data.selection import Selection
from tests.disclosure.conftest import DAY

EXACT = Figure((), 1, None, None, None, "ok", 1, 1)
SHARE = replace(EXACT, value=0.5, numerator=6, denominator=12, n=12)


def bench(mode):
    """A bench without filters, whose protection has looked at every count and hides none."""
    planned = {counts.name(each, side) for each in INDICATORS.values() for side in counts.SIDES}
    protection = Protection(mode, DAY, frozenset(), frozenset(planned), frozenset())
    source = SimpleNamespace(filters=frozenset)
    return SimpleNamespace(protection=protection, source=lambda *_: source)


def as_read(indicator, figure, mode="rounded"):
    """A figure as somebody reads it who may see an edition."""
    ask = Ask(INDICATORS[indicator], Selection(DAY))
    (found,) = protected(bench(mode), ask, [figure], lambda *_: {})
    return found


def numbers(figure):
    return figure.value, figure.numerator, figure.denominator, figure.n


def test_of_what_has_no_value_no_other_number_is_shown():
    found = as_read("concern_rate", replace(SHARE, value=None, status="not_reported"))
    assert numbers(found) == (None,) * 4
    assert found.status == "not_reported"


def test_a_share_without_sides_to_work_it_out_from_is_hidden():
    assert as_read("concern_rate", replace(SHARE, numerator=None)).note == wording.GIVES_AWAY


@pytest.mark.parametrize(("figures", "reported"), [([], 0), ([EXACT, SHARE], 1)])
def test_a_question_outside_the_cuts_has_one_hidden_figure_that_says_who_reported(
    figures, reported
):
    ask = Ask(INDICATORS["demand"], Selection(DAY), ("partnership", "level", "service_area"))
    (found,) = protected(bench("rounded"), ask, figures, lambda *_: {})
    assert (found.key, found.value, found.note) == ((None,) * 3, None, wording.NO_CUT)
    assert (found.ask, found.reported) == (ask, reported)


@pytest.mark.parametrize(("people", "shown"), [(9, False), (10, True), (11, True)])
def test_a_share_of_ten_is_shown_and_one_of_fewer_is_not(people, shown):
    found = as_read("concern_rate", replace(SHARE, n=people))
    assert (found.value is not None) == shown
    assert found.note == ("" if shown else wording.TOO_FEW)


def test_a_share_is_of_both_sides_as_they_are_shown():
    found = as_read("concern_rate", replace(SHARE, numerator=8, denominator=41, n=41))
    assert numbers(found) == (10 / 40, 10, 40, 40)


def test_a_side_that_counts_no_people_stays_as_it_is():
    assert numbers(as_read("sufficiency", SHARE)) == (6 / 10, 6, 10, 10)
    assert numbers(as_read("offer_conversion", SHARE)) == (5 / 12, 5, 12, 12)


@pytest.mark.parametrize("part", [0, 2])
def test_a_share_whose_part_reads_nought_is_nought_and_says_if_it_is_low(part):
    found = as_read("concern_rate", replace(SHARE, numerator=part))
    assert (found.value, found.numerator, found.low) == (0, 0, part == 2)


def test_nothing_is_low_where_small_counts_are_hidden_instead():
    assert not as_read("concern_rate", SHARE, "suppressed").low
    assert as_read("concern_rate", replace(SHARE, numerator=2), "suppressed").value is None


def test_a_share_of_a_whole_that_reads_nought_has_no_value():
    found = as_read("concern_rate", replace(SHARE, denominator=2))
    assert numbers(found) == (None, 5, 0, 0)


def test_what_is_told_for_each_hundred_is_so_of_what_is_shown():
    found = as_read("pe_density", replace(SHARE, numerator=8, denominator=32, n=32))
    assert numbers(found) == (10 * 100 / 32, 10, 32, 32)


def test_what_follows_from_others_tells_no_side():
    asks = {"adult_share_supply": 0.75, "adult_share_demand": 0.4}

    def evaluate(_bench, questions):
        return {each: [replace(SHARE, value=asks[each.indicator.id])] for each in questions}

    ask = Ask(INDICATORS["split_gap"], Selection(DAY))
    (found,) = protected(bench("rounded"), ask, [SHARE], evaluate)
    assert numbers(found) == (pytest.approx(35), None, None, None)
