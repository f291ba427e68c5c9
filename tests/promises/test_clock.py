"""F8: where the machine stands, and a clock that is set back, change nothing that counts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from dashboard import formatting
from data import calendar, history
from data.changes.author import Author
from data.changes.rows import Edit, save
from data.engine import reading
from data.schema import AUDIT
from data.service_status import service_status
from tests import factories
from tests.changes.conftest import OFFERS, person
from tests.promises.sending import NEW

pytestmark = pytest.mark.clock
LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)


def store(engine, team):
    """Have a coordinator store an offer of a team at this moment."""
    author = Author.by(person("coordinator"), "form")
    saved = save(engine, Edit(OFFERS, None, None, NEW | {"team": team}, team), author)
    assert saved.outcome.new == 1


def test_f8_what_is_stored_is_utc_wherever_the_machine_stands(sqlite_engine, holding, zone, moment):
    holding(*factories.reference())
    store(sqlite_engine, "one")
    with reading(sqlite_engine) as connection:
        kept = connection.exec_driver_sql('SELECT max("when") FROM audit').scalar()
    assert (datetime.fromisoformat(kept), kept[-6:]) == (moment.at, "+00:00")


@pytest.mark.postgres
def test_f8_postgresql_gives_back_the_moment_that_it_was_given(engine, given, zone, moment):
    given(*factories.reference())
    store(engine, "one")
    with reading(engine) as connection:
        last = select(AUDIT.c.when).order_by(AUDIT.c.sequence.desc())
        assert connection.scalar(last) == moment.at


def test_f8_today_is_the_day_of_london_wherever_the_machine_stands(zone, moment):
    assert calendar.today() == moment.at.astimezone(LONDON).date()


def test_f8_moments_are_shown_by_the_clock_of_london_and_name_it(zone, moment):
    local = moment.at.astimezone(LONDON)
    hour, name = f"{local:%H:%M}", "BST" if local.dst() else "GMT"
    assert formatting.moment(datetime.now(UTC)).endswith(f" {hour} {name}")


@pytest.mark.parametrize(
    ("due", "late"),
    [(-1, True), (0, False), (1, False)],
    ids=["due yesterday", "due today", "due tomorrow"],
)
def test_f8_a_return_is_late_from_the_day_after_it_was_due(
    sqlite_engine, holding, moment, due, late
):
    today = moment.at.astimezone(LONDON).date()
    holding(
        *factories.reference(),
        factories.period(
            starts_on=today - timedelta(days=100),
            ends_on=today - timedelta(days=30),
            opens=today - timedelta(days=20),
            due=today + timedelta(days=due),
        ),
    )
    found = service_status(sqlite_engine, calendar.today())
    assert bool(found.late) == late


def test_f8_a_clock_set_back_does_not_reorder_the_history(sqlite_engine, holding, moment):
    holding(*factories.reference())
    store(sqlite_engine, "first")
    moment.shift(-HOUR)
    store(sqlite_engine, "second")
    latest = history.latest(sqlite_engine, person("coordinator"), "north", "riverside")
    assert [entry.after["team"] for entry in latest] == ["second", "first"]


def test_f8_a_clock_set_back_signs_nobody_out(holding, account, browser_of, moment):
    holding(*factories.reference())
    browser = browser_of(account("viewer", "partnership:north"))
    before = browser.get("/placements").status_code
    moment.shift(-HOUR)
    after = browser.get("/placements").status_code
    moment.shift(HOUR)
    assert (before, after, browser.get("/placements").status_code) == (200, 200, 200)
