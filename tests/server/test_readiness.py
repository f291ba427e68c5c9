"""The pages of a day are ready before anybody asks for them."""

import subprocess
import sys
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
FEW = ("FROM workforce", "JOIN activities", "FROM agreements", "FROM finance")


def test_once_its_day_is_prepared_a_page_adds_nothing_up(sqlite_engine):
    drawing = Drawing(PAGES, Reader(sqlite_engine), lambda: TODAY)
    assert list(drawing.prepare(TODAY)) == [*(page.path for page in PAGES), "2024/25", "2023/24"]
    seen = []
    event.listen(
        sqlite_engine, "before_cursor_execute", lambda c, cur, sql, *rest: seen.append(sql)
    )
    for page in PAGES:
        drawing.draw(page.path, "?level=final")
    added_up = [statement for statement in seen if "GROUP BY" in statement]
    assert not [each for each in added_up if not any(some in each for some in FEW)]


ENDED_MEANWHILE = """
from datetime import datetime
from threading import Event
from time import sleep
from dashboard.server.readiness import Readiness
begun = Event()
def prepare(day):
    for part in range(5):
        begun.set()
        sleep(0.2)
        print(part)
        yield part
Readiness(prepare, datetime.now).start()
begun.wait()
"""


def test_a_process_that_is_to_end_finishes_the_part_it_is_at_and_begins_no_other():
    command = (sys.executable, "-c", ENDED_MEANWHILE)
    ended = subprocess.run(  # noqa: S603 - the process that ends
        command, capture_output=True, text=True, timeout=60, check=True
    )
    assert (ended.stdout, ended.stderr) == ("0\n", "")


def test_the_application_knows_how_to_prepare_a_day(application, caplog):
    application.server.extensions[READINESS].prepare(TODAY)
    assert not caplog.records
