"""What to think about before figures are shared."""

import pytest

from dashboard.disclosure.risks import at_risk
from dashboard.editions.cache import EditionCache
from dashboard.indicators import INDICATORS
from dashboard.indicators.ask import Ask
from dashboard.indicators.measured import measured
from dashboard.indicators.parts import Figure
from dashboard.reports import cells_at_risk
from data.people.person import ANYBODY
from data.reader import Reader
from data.selection import Selection
from tests import factories
from tests.disclosure.conftest import DAY
from tests.editions.conftest import keep_few, wanted


def reasons(indicator, value, part=None, whole=None, n=None, by=(), key=()):
    ask = Ask(INDICATORS[indicator], Selection(DAY), by)
    figure = Figure(key, value, part, whole, n, "ok", 1, 1)
    return [(risk.cut, risk.why) for risk in at_risk({ask: [figure]})]


def test_a_small_count_is_named_with_its_cut():
    found = reasons("demand", 3, by=("level",), key=("final",))
    assert found == [({"level": "final"}, "it counts 3")]


def test_so_is_what_a_share_leaves():
    assert reasons("on_time_start_rate", 0.96, 24, 25, 25) == [({}, "it leaves 1")]


def test_so_is_a_share_of_few():
    assert reasons("on_time_start_rate", 0.75, 6, 8, 8) == [({}, "it leaves 2; it is a share of 8")]


def test_so_is_what_tells_of_single_people():
    assert reasons("late_start_days_max", 30, n=40) == [
        ({}, "it tells of single people, or how many they are")
    ]
    assert reasons("late_start_days_median", 30, n=40) == []


def test_what_is_typical_of_fewer_than_ten_tells_of_single_people_too():
    assert [bool(reasons("late_start_days_median", 30, n=n)) for n in (9, 10, None)] == [
        True,
        False,
        False,
    ]


def test_a_share_without_its_sides_leaves_nothing():
    assert reasons("on_time_start_rate", 0, 0, None, 40) == []


def test_a_share_of_nobody_leaves_all_of_its_whole():
    assert reasons("on_time_start_rate", 0, 0, 5, 40) == []


def test_a_share_of_ten_is_no_share_of_few():
    assert reasons("on_time_start_rate", 0.5, 5, 10, 10) == []


def test_a_share_that_does_not_say_of_how_many_it_is_is_one_of_few():
    assert reasons("on_time_start_rate", 0.5, 10, 20) == [({}, "it is a share of 0")]


def test_a_count_leaves_nothing_of_itself():
    assert reasons("demand", 8, part=0, whole=3) == []


def test_nothing_is_said_of_places_and_of_many():
    assert reasons("net_supply", 3) == []
    assert reasons("demand", 5) == []
    assert reasons("demand", 0) == []


@pytest.fixture
def look(engine, monkeypatch):
    """The cells at risk of an edition to be made, and how often they were worked out by then."""
    keep_few(monkeypatch)
    edition_cache = EditionCache(Reader(engine), measured(INDICATORS.values()), lambda: DAY)
    worked_out, answers = [], cells_at_risk.answers
    monkeypatch.setattr(
        cells_at_risk, "answers", lambda *each: worked_out.append(each) or answers(*each)
    )

    def at_risk_of(**changes):
        found = cells_at_risk.of_data(edition_cache.at("", ANYBODY), wanted(**changes))
        return {each.name: each.cells for each in found}, len(worked_out)

    return at_risk_of


NEEDED = INDICATORS["demand"].name


def test_what_is_at_risk_is_worked_out_once_for_each_state_of_the_data(look, given):
    given(*factories.reference(), factories.demand(students=3), factories.data_version(1))
    look()
    found, times = look()
    assert ("as a whole: it counts 3" in found[NEEDED], times) == (True, 1)
    given(factories.demand(students=1), factories.data_version(2), factories.touched(2))
    found, times = look()
    assert ("as a whole: it counts 4" in found[NEEDED], times) == (True, 2)


def test_it_is_worked_out_anew_for_another_day_and_for_other_partnerships(look, given):
    given(*factories.reference(), factories.partnership("south"), factories.demand(students=3))
    assert [NEEDED in look(**changes)[0] for changes in ({}, {"partnerships": ("south",)})] == [
        True,
        False,
    ]
    assert look(as_at=factories.AUTUMN)[1] == 3
