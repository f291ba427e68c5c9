"""`partnership return`, as somebody types it."""

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from dashboard.cli import main
from data.engine import reading
from data.schema import RETURN_PERIOD
from tests import factories

QUARTER = "2025/26 Q1"


@pytest.fixture
def run(sqlite_url, holding, box):
    """Run a command where two partners owe the return of a quarter, and one of them sent it."""
    holding(*factories.reference(), factories.period(QUARTER))
    holding(factories.return_state("northern", "submitted", QUARTER))
    known = {"DATABASE_URL": sqlite_url, "SMTP_URL": box.url}

    def call(*words, **environment):
        return CliRunner(env=known | environment).invoke(main, ["return", *words])

    return call


@pytest.fixture
def periods(run, sqlite_engine):
    """Return the days of the periods, by quarter."""

    def read():
        with reading(sqlite_engine) as connection:
            rows = connection.execute(select(RETURN_PERIOD)).all()
        return {quarter: [day.isoformat() for day in days] for quarter, *days in rows}

    return read


def lines(result):
    """The words of each line below the headings."""
    return [line.split() for line in result.output.splitlines()[1:]]


def test_every_return_is_listed_with_where_it_stands_and_who_is_late(run):
    found = [(line[3], line[4], "late" in line) for line in lines(run("status"))]
    assert found == [("northern", "submitted", False), ("riverside", "not_started", True)]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (("--as", "riverside"), 1),
        (("--in", "north"), 2),
        (("--quarter", QUARTER), 2),
        (("--quarter", "2024/25 Q1"), 0),
        (("--in", "south"), 0),
    ],
)
def test_some_of_them_can_be_asked_for(run, asked, count):
    assert len(lines(run("status", *asked))) == count


def test_a_quarter_is_opened_for_every_partner(run, periods):
    done = run("open", "2025/26 Q2", "--opens", "2026-02-01", "--due", "2026-03-14")
    days = ["2025-12-01", "2026-02-28", "2026-02-01", "2026-03-14"]
    assert (done.exit_code, periods()["2025/26 Q2"]) == (0, days)
    assert len(lines(run("status", "--quarter", "2025/26 Q2"))) == 2


def test_a_quarter_that_is_open_already_is_given_another_day(run, periods):
    assert run("open", QUARTER, "--opens", "2025-11-17", "--due", "2026-01-31").exit_code == 0
    assert {quarter: days[-1] for quarter, days in periods().items()} == {QUARTER: "2026-01-31"}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("2025/26 Q5", "--due", "2026-03-14"), 2),
        (("2025/27 Q1", "--due", "2026-03-14"), 2),
        (("2025/26 Q2",), 2),
        (("2025/26 Q2", "--due", "soon"), 2),
        (("2025/26 Q2", "--opens", "2026-03-15", "--due", "2026-03-14"), 1),
    ],
)
def test_what_can_be_no_period_is_refused_and_nothing_is_written(run, periods, words, status):
    refused = run("open", *words)
    assert (refused.exit_code, "--as-at" in refused.output) == (status, False)
    assert [*periods()] == [QUARTER]


def test_whoever_is_late_is_written_to(run, box, account):
    account("coordinator", "organisation:riverside", email="cora@example.org")
    account("coordinator", "organisation:northern", email="uma@example.org")
    done = run("remind")
    (letter,) = box.letters
    assert (done.exit_code, letter["To"], QUARTER in letter["Subject"]) == (
        0,
        "cora@example.org",
        True,
    )


def test_a_reminder_that_reaches_nobody_is_told_and_ends_with_one(run, account):
    nobody = run("remind")
    account("coordinator", "organisation:riverside", email="cora@example.org")
    no_server = run("remind", SMTP_URL="")
    assert ["nobody has an account" in nobody.output, "No mail server" in no_server.output] == [
        True,
        True,
    ]
    assert [nobody.exit_code, no_server.exit_code] == [1, 1]


def test_where_nobody_is_late_nobody_is_written_to(run, box):
    assert run("remind", "--as", "northern").output == "Nobody is late.\n"
    assert box.letters == []
