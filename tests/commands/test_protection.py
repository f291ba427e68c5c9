"""`partnership subject`, `erase`, `forget` and `exports`, as somebody types them."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from data.changes import people
from data.changes.author import Author
from data.engine import make_engine
from data.protection.exports import Taken, note
from tests import factories

STUDENT = ("student", "S-77", "--of", "northern")


@pytest.fixture
def engine(sqlite_url):
    engine = make_engine(sqlite_url)
    yield engine
    engine.dispose()


@pytest.fixture
def run(engine, given, sqlite_url):
    """Run a command on a database with one student."""
    given(*factories.reference(), factories.placement(ref="P1", student_ref="S-77"))
    return lambda *words, **more: CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(
        main, words, **more
    )


def test_what_is_stored_about_somebody_is_printed(run):
    found = json.loads(run("subject", *STUDENT).output)
    assert [row["student_ref"] for row in found["placements"]] == ["S-77"]
    assert (found["history"], found["signed off"]) == ([], [])


def test_whom_nothing_names_ends_with_one(run):
    result = run("subject", "student", "S-1", "--of", "northern")
    assert (result.exit_code, "Nothing names them" in result.output) == (1, True)


@pytest.mark.parametrize("words", [("subject", "tutor", "S-1"), ("erase", *STUDENT), ("erase",)])
def test_a_wrong_call_ends_with_two(run, words):
    assert run(*words).exit_code == 2


def test_an_erasure_asks_first(run):
    result = run("erase", *STUDENT, "--reason", "They asked", input="n\n")
    assert (result.exit_code, "no way back" in result.output) == (1, True)
    assert run("subject", *STUDENT).exit_code == 0


def test_an_erasure_says_what_it_changed_and_what_is_still_there(run):
    said = run("erase", *STUDENT, "--reason", "They asked", "--yes").output
    assert "stands in its place now" in said
    assert "placements  1" in said
    assert "backups made before" in said
    assert run("subject", *STUDENT).exit_code == 1


@pytest.fixture
def leaver(run, engine):
    long_ago = Author("test", "system", datetime(2020, 1, 1, tzinfo=UTC))
    people.add(engine, long_ago, people.New("jo@example.org", "Jo", "viewer"))
    people.disable(engine, long_ago, "jo@example.org")


def test_a_dry_run_says_who_would_be_forgotten(run, leaver):
    assert run("forget", "--dry-run").output == "Account 1 would become former-user-1.\n"
    assert run("forget").output == "Account 1 is now former-user-1.\n"


def test_where_nobody_is_to_be_forgotten_it_says_so(run):
    assert run("forget").output == "Nobody's time is over.\n"


def test_files_that_people_took_are_listed(run, engine):
    note(engine, None, Taken("/download/placements/by-level.csv?year=2025/26", 10))
    assert "a stranger  /download/placements/by-level.csv?year=2025/26" in run("exports").output
