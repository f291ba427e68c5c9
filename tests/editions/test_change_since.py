"""Headlines say how they have changed since the edition before."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from callbacks.pages import Drawing
from dashboard import ids
from dashboard.editions.before import Before, change
from dashboard.editions.words import short
from dashboard.indicators import INDICATORS
from dashboard.indicators.parts import Figure
from data.engine import writing
from data.people.person import Person
from data.reader import Reader
from data.schema import EDITION
from layouts.pages import PAGES
from tests import factories
from tests.editions.conftest import DAY, FOR_FUNDERS, WORLD, keep_few
from tests.reports.conftest import files_of

pytestmark = pytest.mark.usefixtures("few_figures")
NORTH = frozenset({"north"})
MANAGER = Person(1, "m@example.org", "M", "manager", frozenset(), NORTH, frozenset())
FUNDER = Person(2, "f@example.org", "F", "funder", frozenset(), frozenset(), NORTH)
REPORTED = (factories.return_state("riverside"),)


def drawing(engine, person=MANAGER):
    """What draws pages for somebody."""
    return Drawing(PAGES, Reader(engine), lambda: DAY, lambda: person)


def headline(pages, key, query=""):
    """What a headline of the page of placements says, under a query."""
    return pages.draw("/placements", query).values[ids.headline(key, "body")]["data-still"]


def called(editions, number):
    return short(editions.all()[number - 1])


@pytest.fixture(scope="module")
def grown(sqlite_template, tmp_path_factory):
    """Two editions of each kind; in between there are seven students more, and after them ten."""

    def add(engine, *statements):
        with writing(engine) as connection:
            for statement in statements:
                connection.execute(statement)

    with files_of(sqlite_template, tmp_path_factory.mktemp("grown"), (*WORLD, *REPORTED)) as files:
        with pytest.MonkeyPatch.context() as patch:
            keep_few(patch)
            for ref, students, version in (("D3", 7, 2), ("D4", 10, 3)):
                files.editions()
                files.editions(**FOR_FUNDERS)
                demand = factories.demand(ref=ref, students=students)
                add(files.engine, demand, factories.data_version(version))
        yield files


def test_live_figures_are_compared_with_the_last_exact_edition(grown):
    told = headline(drawing(grown.engine), "demand")
    assert f"+10 since {called(grown.editions, 3)}, which has 12." in told


def test_an_edition_is_compared_with_the_one_before_it_for_the_same_readers(grown):
    told = headline(drawing(grown.engine), "demand", "?edition=3")
    assert f"+7 since {called(grown.editions, 1)}, which has 5." in told


def test_the_first_edition_is_compared_with_none(grown):
    assert "since" not in headline(drawing(grown.engine), "demand", "?edition=1").lower()


def test_a_funder_s_edition_is_compared_with_the_rounded_one_before_it(grown):
    told = headline(drawing(grown.engine, FUNDER), "demand", "?edition=4")
    assert f"+5 since {called(grown.editions, 2)}, which has 5." in told


def test_members_see_of_a_funder_s_edition_what_funders_see(grown):
    members, funders = (drawing(grown.engine, each) for each in (MANAGER, FUNDER))
    told = headline(members, "demand", "?edition=4")
    assert told == headline(funders, "demand", "?edition=4")


def test_what_is_filtered_is_compared_with_the_same_filter_then(grown):
    told = headline(drawing(grown.engine), "demand", "?level=first")
    assert f"As in {called(grown.editions, 3)}: 0." in told


def test_an_edition_of_another_partnership_is_compared_with_nothing(of_pages, sqlite_engine):
    of_pages(partnerships=("south",))
    assert "since" not in headline(drawing(sqlite_engine), "demand").lower()


def test_a_new_edition_is_compared_with_at_once(of_pages, sqlite_engine):
    pages = drawing(sqlite_engine)
    assert "As in" not in headline(pages, "demand")
    of_pages()
    assert f"As in {called(of_pages, 1)}: 5." in headline(pages, "demand")


def test_a_damaged_edition_is_compared_with_nothing(of_pages, sqlite_engine, caplog):
    of_pages()
    of_pages.force(update(EDITION).values(rows=b"nothing"))
    assert "since" not in headline(drawing(sqlite_engine), "demand").lower()
    assert "Nothing is compared with edition 1" in caplog.text


def test_missing_returns_make_no_change(of_pages, sqlite_engine, holding):
    of_pages()
    holding(*REPORTED, factories.data_version(2))
    told = headline(drawing(sqlite_engine), "net_supply")
    assert f"Change since {called(of_pages, 1)} not given: returns were missing then." in told


DEMAND = INDICATORS["demand"]
FIRST = SimpleNamespace(number=1, made_at=datetime(2026, 2, 1, tzinfo=UTC), audience="funder")


def figure(value=7, status="ok", **more):
    return Figure((), value, None, None, None, status, 1, 1, **more)


HIDDEN = "it was hidden then to protect people"
PAIRS = {
    "hidden then": (figure(), figure(None, "suppressed"), HIDDEN),
    "low then": (figure(), figure(0, low=True), HIDDEN),
    "low now": (figure(0, low=True), figure(), "it is hidden to protect people"),
    "missing then": (figure(), figure(None, "not_reported"), "it was not reported then"),
    "partial now": (figure(status="partial"), figure(), "returns are missing"),
}


@pytest.mark.parametrize(("now", "then", "reason"), PAIRS.values(), ids=PAIRS)
def test_what_can_t_be_compared_says_why(now, then, reason):
    assert change(DEMAND, now, Before(FIRST, {"demand": then})).endswith(f" not given: {reason}")


@pytest.mark.parametrize("status", ["suppressed", "not_reported", "not_applicable"])
def test_what_has_no_number_now_says_nothing_of_a_change(status):
    assert change(DEMAND, figure(None, status), Before(FIRST, {"demand": figure()})) == ""


VALUES = st.integers(0, 10_000)


@given(then=VALUES, now=VALUES)
def test_a_change_is_what_is_there_less_what_was(then, now):
    told = change(DEMAND, figure(now), Before(FIRST, {"demand": figure(then)}))
    if now == then:
        assert told == f"As in edition 1 of 1 February 2026: {then:,d}"
    else:
        difference = int(told.split()[0].replace("\u2212", "-").replace(",", ""))
        assert difference == now - then
        assert told.endswith(f", which has {then:,d}")
