"""The pages of a day are ready before anybody asks for them."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event

from callbacks.pages import Drawing
from dashboard.server.readiness import READINESS, Readiness, until_next
from data.calendar import LONDON
from data.reader import Reader
from layouts.pages import PAGES

pytestmark = pytest.mark.clock

TODAY = date(2026, 2, 1)


def moment(*time):
    return datetime(2026, 2, 1, *time, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (moment(9), timedelta(hours=14, minutes=45)),
        (moment(23, 44), timedelta(minutes=1)),
        (moment(23, 46), timedelta(hours=23, minutes=59)),
    ],
)
def test_f8_the_next_day_is_prepared_before_midnight(now, left):
    assert until_next(now) == left


def test_a_day_that_can_not_be_prepared_is_left_to_whoever_asks(caplog):
    def prepare(day):
        raise ConnectionError("The database is away")

    Readiness(prepare, moment).prepare(TODAY)
    assert "2026-02-01 could not be made ready" in caplog.text


# Posts, hours and pence are no whole numbers or large ones, and so few that none are kept.
FEW = ("workforce", "activities", "agreements", "finance")


def test_once_its_day_is_prepared_a_page_adds_nothing_up(sqlite_engine):
    drawing = Drawing(PAGES, Reader(sqlite_engine), lambda: TODAY)
    drawing.prepare(TODAY)
    seen = []
    event.listen(
        sqlite_engine, "before_cursor_execute", lambda c, cur, sql, *rest: seen.append(sql)
    )
    for page in PAGES:
        drawing.draw(page.path, "?level=final")
    added_up = [statement for statement in seen if "GROUP BY" in statement]
    assert not [each for each in added_up if not any(f"FROM {name}" in each for name in FEW)]


def test_the_application_knows_how_to_prepare_a_day(application, caplog):
    application.server.extensions[READINESS].prepare(TODAY)
    assert not caplog.records
