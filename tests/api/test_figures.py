"""Figures for programs are those of the pages, and of the command line."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.indicators import INDICATORS
from dashboard.indicators.rows import COLUMNS
from data.changes import people
from tests import factories
from tests.api.conftest import NORTH
from tests.support.people import AUTHOR, FROM_HERE

DAY = "2026-03-01"
BY = {"a total": (), "by place": ("partnership", "organisation"), "by time": ("academic_year",)}


@pytest.fixture
def everybody(world, program):
    """A program of somebody who reads every partnership."""
    return program("administrator")


@pytest.fixture
def printed(sqlite_url, monkeypatch):
    """What `partnership indicators` prints as JSON."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)

    def run(*words):
        result = CliRunner().invoke(main, ["indicators", *words, "--format", "json"])
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return run


@pytest.mark.parametrize("by", BY.values(), ids=BY)
def test_every_indicator_is_answered_as_the_command_line_prints_it(everybody, printed, by):
    split = [word for name in by for word in ("--by", name)]
    lines = printed("--as-at", DAY, "--year", "2025/26", *split)
    query = "&".join([f"as_at={DAY}&year=2025/26", *(f"by={name}" for name in by)])
    answered = [
        {"indicator": name, **row}
        for name in INDICATORS
        for row in everybody.rows(f"indicators/{name}?{query}")
    ]
    assert answered == lines


def test_a_row_has_its_dimensions_and_then_the_columns_of_the_contract(manager):
    (row,) = manager.rows("indicators/demand?by=academic_year&by=partnership")
    assert tuple(row) == ("academic_year", "partnership", *COLUMNS)
    assert (row["partnership"], row["value"], row["unit"]) == ("north", 5, "count")


def test_a_missing_figure_is_null_and_says_why(manager):
    (row,) = manager.rows("indicators/sufficiency?level=first")
    assert (row["value"], row["status"]) == (None, "not_applicable")


def test_a_figure_is_of_the_partnerships_that_somebody_reads(manager, everybody):
    path = "indicators/net_supply"
    values = [one.rows(path)[0]["value"] for one in (manager, everybody)]
    assert values == [3, 7]


def test_what_is_of_no_known_area_can_be_asked_for_as_well(manager, holding):
    holding(factories.offer(ref="O9", places=2, service_area="not_known"))
    by_area = {
        row["service_area"]: row["value"]
        for row in manager.rows("indicators/net_supply?by=service_area")
    }
    (alone,) = manager.rows("indicators/net_supply?area=not_known")
    assert (alone["value"], by_area["not_known"]) == (2, 2)


@pytest.mark.parametrize("code", ["south", "nowhere"])
def test_another_s_partnership_is_refused_like_one_that_is_not_there(manager, code):
    told = []
    for partnership in (code, "moon"):
        answer = manager.get(f"indicators/net_supply?partnership={partnership}")
        assert answer.status_code == 400
        reference = answer.json.pop("reference")
        told.append(answer.text.replace(reference, "").replace(partnership, "moon"))
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("colour=red", "There is no parameter “colour” here."),
        ("partnership=", "The parameter “partnership” is blank."),
        ("level=third", "The level “third” is not known."),
        ("year=2025", "The year “2025” is not known."),
        ("by=colour", "The by “colour” is not known."),
        ("basis=home", "The basis “home” is not known."),
        ("as_at=30 February", "“30 February” is no day."),
        ("as_at=2026-02-01&as_at=2026-02-02", "The parameter “as_at” is there 2 times."),
        ("format=xml", "The format “xml” is not known."),
        ("by=%00", "The by “\ufffd” is not known."),
    ],
)
def test_what_can_t_be_is_refused_in_words(manager, query, problem):
    answer = manager.get(f"indicators/demand?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert [fault["problem"] for fault in answer.get_json()["errors"]][:1] == [problem]


def test_every_fault_is_named_at_once(manager):
    found = manager.get("indicators/demand?colour=red&level=third&by=x").get_json()
    assert [fault["parameter"] for fault in found["errors"]] == ["colour", "level", "by"]
    assert all(fault["problem"] in found["detail"] for fault in found["errors"])


@pytest.mark.parametrize("path", ["indicators/demnd", "nothing", "tables/nothing"])
def test_what_is_not_there_is_said_in_words(manager, path):
    answer = manager.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert path.rpartition("/")[2] in answer.get_json()["detail"]


@pytest.mark.parametrize("way", [{"path": "&format=csv"}, {"Accept": "text/csv"}])
def test_the_same_rows_come_as_csv(manager, way):
    path = f"indicators/demand?by=partnership{way.pop('path', '')}"
    answer = manager.get(path, **way)
    assert answer.mimetype == "text/csv"
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["partnership"], row["value"], row["numerator"]) == ("north", "5", "")


def test_the_catalogue_says_what_each_figure_can_be_split_and_filtered_by(manager):
    rows = {row["id"]: row for row in manager.rows("indicators")}
    assert list(rows) == list(INDICATORS)
    assert "level" in rows["demand"]["by"]
    assert "level" not in rows["pe_current"]["by"]
    assert rows["demand"]["filters"][-1] == "route"


def test_who_has_an_answer_is_told_that_it_holds(manager):
    tag = manager.get("indicators/demand").headers["ETag"]
    again = manager.get("indicators/demand", If_None_Match=tag)
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)


def test_an_answer_no_longer_holds_when_the_data_have_changed(manager, holding):
    tag = manager.get("indicators/demand").headers["ETag"]
    holding(factories.data_version(9))
    again = manager.get("indicators/demand", If_None_Match=tag)
    assert (again.status_code, again.headers["ETag"].startswith('W/"9-')) == (200, True)


@pytest.mark.parametrize("query", ["year=2025/26", "by=level", "as_at=2026-02-01", "format=csv"])
def test_another_question_has_another_tag(manager, query):
    tags = {manager.get(f"indicators/demand{more}").headers["ETag"] for more in ("", f"?{query}")}
    assert len(tags) == 2


def test_an_answer_no_longer_holds_for_whom_a_right_was_taken(manager, sqlite_engine):
    tag = manager.get("indicators/net_supply").headers["ETag"]
    people.set_scopes(sqlite_engine, AUTHOR, "manager@example.org", [("partnership", "south")])
    again = manager.get("indicators/net_supply", If_None_Match=tag)
    assert (again.status_code, again.get_json()[0]["value"]) == (200, 4)


def test_an_answer_is_kept_by_whoever_asked_and_asked_about_again(manager):
    assert manager.get("indicators").headers["Cache-Control"] == "private, no-cache"
    assert manager.get("nothing").headers["Cache-Control"] == "no-store"


def test_a_browser_that_is_signed_in_may_ask_as_well(world, account, browser_of):
    browser = browser_of(account("viewer", NORTH))
    answer = browser.get("/api/v1/indicators/demand", headers=FROM_HERE)
    assert answer.get_json()[0]["value"] == 5
