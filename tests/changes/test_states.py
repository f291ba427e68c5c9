"""The life of a return, who may move it on, and what is signed for."""

from datetime import UTC, date, datetime

import pytest

from data.changes import confirming, reasons, states
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from data.returns.return_key import ReturnKey
from data.returns.sheets import SHEETS
from data.schema.people import ROLES
from tests import factories
from tests.changes.conftest import by, current

pytestmark = pytest.mark.clock

WHICH = ReturnKey("north", "riverside", "2025/26 Q1")
OWN = [name for name, sheet in SHEETS.items() if {"employer", "member"} & set(sheet.owners)]


@pytest.fixture
def step(engine, world):
    """Takes a step: `step("submit")`."""

    def take(name, author=None, reason="", which=WHICH):
        states.take(engine, author or by("manager"), which, name, reason)

    return take


@pytest.fixture
def ready(engine, world):
    """Every sheet of the return was looked through."""
    return lambda: confirming.confirm(engine, by(), WHICH, OWN)


@pytest.fixture
def state(stored):
    def look():
        found = stored("return_status")
        return found[0]["state"] if found else None

    return look


def test_a_return_goes_from_start_to_signature(enter, ready, step, state):
    passed = []
    for act in (
        lambda: enter(places="4"),
        ready,
        lambda: step("submit", by()),
        lambda: step("send-back", by("approver"), "Offers are missing"),
        lambda: step("submit", by()),
        lambda: step("sign-off", by("approver"), "Anwar Ali"),
        lambda: step("reopen", by("manager"), "A team closed"),
        lambda: step("submit", by()),
        lambda: step("sign-off", by("approver"), "Anwar Ali"),
    ):
        act()
        passed.append(state())
    assert passed == [
        "in_progress",
        "in_progress",
        "submitted",
        "sent_back",
        "submitted",
        "signed_off",
        "reopened",
        "submitted",
        "signed_off",
    ]


# The states in which each role may take each step, for its own organisation.
MAY = {
    "submit": {"coordinator", "manager", "administrator"},
    "send-back": {"approver", "manager"},
    "sign-off": {"approver", "manager"},
    "reopen": {"approver", "manager"},
}
FROM = {"submit": "in_progress", "send-back": "submitted", "sign-off": "submitted"}


@pytest.mark.parametrize("name", states.STEPS)
@pytest.mark.parametrize("role", ROLES)
def test_who_may_take_a_step(ready, step, given, state, name, role):
    ready()
    before = FROM.get(name, "signed_off")
    given(
        factories.RETURN_STATUS.update().values(state=before),
    )
    if role in MAY[name]:
        step(name, by(role), "a reason")
        assert state() == states.STEPS[name].after
    else:
        with pytest.raises(DeniedError):
            step(name, by(role), "a reason")
        assert state() == before


@pytest.mark.parametrize("name", states.STEPS)
@pytest.mark.parametrize("before", factories.RETURN_STATES)
def test_a_step_leads_from_its_own_states_alone(ready, step, given, state, name, before):
    ready()
    given(factories.RETURN_STATUS.update().values(state=before, reason="a reason"))
    if before in states.STEPS[name].before:
        step(name, reason="a reason")
        assert state() == states.STEPS[name].after
    else:
        with pytest.raises(RefusedError):
            step(name, reason="a reason")
        assert state() == before


@pytest.mark.parametrize("name", ["send-back", "sign-off", "reopen"])
def test_some_steps_ask_for_words(step, name):
    with pytest.raises(RefusedError, match="missing"):
        step(name, reason="  ")


@pytest.mark.parametrize(
    "which",
    [
        ReturnKey("north", "riverside", "2031/32 Q1"),
        ReturnKey("north", "nobody", "2025/26 Q1"),
        ReturnKey("nowhere", "riverside", "2025/26 Q1"),
    ],
)
def test_a_return_that_is_none_is_refused_alike(step, which):
    with pytest.raises((RefusedError, DeniedError)) as refused:
        step("submit", by("administrator"), which=which)
    assert "There is no such return" in str(refused.value)


def test_nothing_of_another_partner_s_return_is_told(step):
    for which in (WHICH, ReturnKey("north", "nobody", "2025/26 Q1")):
        with pytest.raises(DeniedError, match="submit a return"):
            step("submit", by("coordinator", "northern"), which=which)


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
