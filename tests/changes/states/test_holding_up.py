"""What holds a return up, and what brings it back."""

from datetime import UTC, date, datetime

import pytest

from data.changes import confirming, reasons
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from tests import factories
from tests.changes.conftest import by, current
from tests.changes.states.conftest import OWN, WHICH

pytestmark = pytest.mark.clock


def test_before_it_opens_nothing_is_submitted(step):
    early = by(at=datetime(2025, 10, 1, tzinfo=UTC))
    with pytest.raises(RefusedError, match="not open"):
        step("submit", early)


def test_a_sheet_that_nobody_looked_through_holds_it_up(step, ready, engine):
    confirming.confirm(engine, by(), WHICH, OWN[1:])
    with pytest.raises(RefusedError, match=OWN[0]):
        step("submit", by())


def test_a_query_without_a_reason_holds_it_up(enter, ready, step, stored, engine, state):
    enter(sector="voluntary", statutory="yes")
    ready()
    with pytest.raises(RefusedError, match="1 query has no reason"):
        step("submit", by())
    (query,) = stored("row_query")
    reasons.give(engine, by(), query["id"], "An enhanced placement, agreed in May")
    step("submit", by())
    assert (state(), stored("row_query")[0]["reason"][:11]) == ("submitted", "An enhanced")


def test_a_reason_stays_when_the_row_is_saved_again(enter, stored, engine):
    enter(sector="voluntary", statutory="yes")
    reasons.give(engine, by(), stored("row_query")[0]["id"], "Agreed in May")
    enter(current(stored), places="7")
    assert [query["reason"] for query in stored("row_query")] == ["Agreed in May"]


@pytest.mark.parametrize("author", [by("viewer"), by("coordinator", "northern")])
def test_a_reason_is_given_by_whose_row_it_is(enter, stored, engine, author):
    enter(sector="voluntary", statutory="yes")
    for query in (stored("row_query")[0]["id"], 999):
        with pytest.raises(DeniedError):
            reasons.give(engine, author, query, "Because")


def test_a_change_after_submission_puts_it_back_in_progress(enter, ready, step, stored, state):
    enter(places="4")
    ready()
    step("submit", by())
    enter(current(stored), places="5")
    assert (state(), stored("return_status")[0]["reason"]) == (
        "in_progress",
        "Rows were changed after it was submitted.",
    )


def test_every_step_is_in_the_history(enter, ready, step, stored):
    ready()
    step("submit", by())
    lines = [line for line in stored("audit") if line["table"] == "return_status"]
    assert [(line["before"]["state"], line["after"]["state"]) for line in lines] == [
        ("not_started", "in_progress"),
        ("in_progress", "submitted"),
    ]


def test_a_reader_s_figures_know_that_a_return_arrived(ready, step, engine, given):
    given(factories.period("2025/26 Q2", due=date(2031, 1, 1)))
    ready()
    before = touched(engine)
    step("submit", by())
    assert {row[:2] for row in touched(engine) - before} == {("return_status", "riverside")}


def touched(engine):
    with engine.connect() as connection:
        rows = connection.execute(factories.TOUCHED.select()).all()
    return {(row.sheet, row.owner, row.data_version) for row in rows}
