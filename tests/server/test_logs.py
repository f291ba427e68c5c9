"""The log is for programs to read, and holds nothing that anybody typed or was given."""

import json
import logging
import sys

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from dashboard.server.watching.logs import Lines
from data import health

TYPED = "swordfish"


def line(message, *values, fault=None, **more):
    """What the log holds of a record."""
    record = logging.LogRecord("here", logging.INFO, "file.py", 1, message, values, fault)
    record.__dict__.update(more)
    return Lines().format(record)


def caught(make):
    """What a fault leaves behind for the log."""
    try:
        make()
    except Exception:
        return sys.exc_info()
    raise AssertionError("nothing went wrong")


def test_a_line_is_json_with_its_time_and_kind():
    found = json.loads(line("Served %s", "tea"))
    assert (found["level"], found["logger"], found["message"]) == ("info", "here", "Served tea")
    assert found["time"].endswith("+00:00")


@pytest.mark.parametrize("letter", ["\n", "\r", "\x1b", "\u2028", "\x85"])
def test_a11_nothing_can_begin_another_line(letter):
    assert len(line("One%stwo", letter).splitlines()) == 1


def test_a_line_of_a_request_names_it(application):
    with application.server.test_request_context(), application.server.app_context():
        assert len(json.loads(line("Hello"))["request"]) == 12


def test_a_line_of_no_request_names_none():
    assert "request" not in json.loads(line("Hello"))


def test_a11_a_fault_is_told_by_kind_and_place_and_not_in_its_own_words():
    def fail():
        try:
            int(TYPED)
        except ValueError as error:
            raise LookupError(TYPED) from error

    found = line("A fault", fault=caught(fail))
    kinds = [one["kind"] for one in json.loads(found)["fault"]]
    assert (kinds, TYPED in found) == (["LookupError", "ValueError"], False)
    assert "test_logs.py" in json.loads(found)["fault"][0]["at"][-1]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OperationalError("SELECT", {}, Exception("No space left")), "No space left"),
        (IntegrityError("INSERT", {}, ValueError(f"Key ({TYPED})")), "ValueError"),
    ],
)
def test_a11_of_a_fault_of_the_database_no_value_of_a_row_is_told(error, said):
    assert health.said(error) == said


def test_a_request_is_noted_by_the_form_of_its_address(application, caplog):
    with caplog.at_level(logging.INFO, "dashboard.requests"):
        application.server.test_client().get(f"/welcome/{TYPED}?next={TYPED}")
    assert [record.getMessage() for record in caplog.records] == ["GET /welcome/<secret> 410"]


def test_a11_a_fault_is_noted_without_the_address(application, caplog, monkeypatch):
    def fail(secret):
        raise ValueError(secret)

    monkeypatch.setitem(application.server.view_functions, "one_time_links.welcome", fail)
    application.server.test_client().get(f"/welcome/{TYPED}")
    found = "".join(Lines().format(record) for record in caplog.records)
    assert ("A fault at GET /welcome/<secret>" in found, TYPED in found) == (True, False)


def test_what_programs_ask_ever_again_is_not_noted(application, caplog):
    with caplog.at_level(logging.INFO, "dashboard.requests"):
        application.server.test_client().get("/healthz/live")
        application.server.test_client().get("/data-version")
    assert caplog.records == []
