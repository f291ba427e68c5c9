"""`partnership audit`, as somebody types it."""

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from data.changes.audit import Entry, record
from data.engine import writing
from tests import factories
from tests.support.people import AUTHOR

NEW = Entry("offers", "north/riverside/O1", None, {"places": 4, "team": None, "status": "offered"})
CHANGED = Entry("offers", "north/riverside/O1", {"places": 4}, {"places": 7}, "Asked for")
OTHERS = (
    Entry("offers", "north/riverside/O11", None, {"places": 1}),
    Entry("demand", "north/northern/O1", None, {"students": 1}),
)


@pytest.fixture
def run(sqlite_url, sqlite_engine, holding):
    """Ask for the history of a row that was added and then changed, beside others."""
    holding(*factories.reference())
    with writing(sqlite_engine) as connection:
        record(connection, AUTHOR, [NEW, *OTHERS, CHANGED])

    def call(*words):
        return CliRunner(env={"DATABASE_URL": sqlite_url}).invoke(main, ["audit", *words])

    return call


@pytest.mark.parametrize("ref", ["O1", "riverside/O1", "north/riverside/O1"])
def test_what_became_of_a_row_is_listed_the_latest_first(run, ref):
    _, latest, first = run("--table", "offers", "--ref", ref).output.splitlines()
    assert ("places: 4 → 7" in latest, latest.endswith("Asked for")) == (True, True)
    assert first.endswith("places: 4; status: offered")


def test_rows_of_several_owners_are_told_apart(run):
    assert "north/northern/O1" in run("--table", "demand", "--ref", "O1").output


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--table", "offers", "--ref", "O2"), 1),
        (("--table", "offers", "--ref", "%"), 1),
        (("--table", "places", "--ref", "O1"), 2),
        (("--table", "offers"), 2),
    ],
)
def test_what_there_is_nothing_of_is_refused(run, words, status):
    assert run(*words).exit_code == status
