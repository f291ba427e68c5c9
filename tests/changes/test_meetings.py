"""What a steering group agrees is kept, with its history, and changed by whoever may."""

from dataclasses import replace
from datetime import date

import pytest

from data import meetings
from data.changes.agreed import Agreed
from data.changes.meetings import ChangedError, agree, amend
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from tests.changes.conftest import by, person

WANTED = Agreed(
    partnership="north",
    kind="action",
    words="Ask every team for one more final placement.",
    scope="organisation:riverside",
    owner="Sam Okafor",
    due=date(2026, 1, 15),
    agreed_on=date(2025, 12, 1),
    indicator="net_supply",
    rule="shortage",
)
DECISION = replace(WANTED, kind="decision", owner="", due=None)
MISSING = {
    "no words": {"words": "  "},
    "no owner": {"owner": ""},
    "no day": {"due": None},
    "due before it was agreed": {"due": date(2025, 11, 30)},
    "too long": {"words": "x" * 2001},
    "too long an owner": {"owner": "x" * 201},
    "no partner of the partnership": {"scope": "organisation:elsewhere"},
    "another partnership": {"scope": "partnership:south"},
    "everything": {"scope": "all"},
}


@pytest.fixture
def kept(engine, world):
    """One action that a manager agreed."""
    agree(engine, by("manager"), [WANTED], "first")
    (action,) = meetings.agreed(engine, person("manager"))
    return action


def test_an_action_is_kept_with_owner_and_day(kept):
    assert (kept.words, kept.owner, kept.due) == (WANTED.words, "Sam Okafor", date(2026, 1, 15))
    assert (kept.state, kept.version, kept.updated_by) == ("open", 1, "Manager")


def test_a_decision_needs_neither_owner_nor_day_and_is_taken_at_once(engine, world):
    agree(engine, by("manager"), [DECISION], "first")
    (decision,) = meetings.agreed(engine, person("manager"))
    assert (decision.state, decision.closed_on, decision.owner) == ("done", date(2025, 12, 1), None)


def test_the_same_wish_sent_twice_is_granted_once(engine, kept):
    agree(engine, by("manager"), [WANTED], "first")
    assert len(meetings.agreed(engine, person("manager"))) == 1


@pytest.mark.parametrize("changes", MISSING.values(), ids=MISSING)
def test_what_can_t_be_kept_is_refused_in_words_and_writes_nothing(engine, world, stored, changes):
    with pytest.raises(RefusedError) as refused:
        agree(engine, by("manager"), [replace(WANTED, **changes)], "first")
    assert refused.value.problem
    assert refused.value.fix
    assert (stored("action"), stored("audit"), stored("done")) == ([], [], [])


@pytest.mark.parametrize("role", ["viewer", "funder", "coordinator", "approver"])
def test_only_who_keeps_the_minutes_agrees(engine, world, stored, role):
    with pytest.raises(DeniedError):
        agree(engine, by(role), [WANTED], "first")
    assert stored("action") == []


def test_another_partnership_s_manager_may_not(engine, world):
    with pytest.raises(DeniedError):
        agree(engine, by("manager"), [replace(WANTED, partnership="south")], "first")


def test_a_partner_reports_on_its_own_action(engine, kept, stored):
    amend(engine, by("coordinator"), kept.id, 1, {"state": "done", "outcome": "Two more offered."})
    action = meetings.one(engine, person("viewer"), kept.id)
    assert (action.state, action.closed_on, action.version) == ("done", date(2025, 12, 1), 2)
    line = stored("audit")[-1]
    assert (line["table"], line["before"]["state"], line["after"]["state"]) == (
        "action",
        "open",
        "done",
    )


def test_a_partner_changes_nothing_that_was_agreed(engine, kept):
    with pytest.raises(DeniedError):
        amend(engine, by("coordinator"), kept.id, 1, {"due": date(2027, 1, 1)})


def test_another_partner_may_not_report_on_it(engine, kept):
    with pytest.raises(DeniedError):
        amend(engine, by("coordinator", "northern"), kept.id, 1, {"state": "done"})


def test_an_action_that_never_was_is_refused_like_one_that_is_not_ours(engine, kept):
    with pytest.raises(DeniedError) as never:
        amend(engine, by("coordinator"), 999, 1, {"state": "done"})
    with pytest.raises(DeniedError) as foreign:
        amend(engine, by("coordinator", "northern"), kept.id, 1, {"state": "done"})
    assert never.value.args == foreign.value.args


def test_of_several_all_are_kept_or_none(engine, world, stored):
    with pytest.raises(RefusedError):
        agree(engine, by("manager"), [DECISION, replace(WANTED, scope="all")], "first")
    assert (stored("action"), stored("audit")) == ([], [])


def test_who_saw_an_older_version_overwrites_nothing(engine, kept):
    amend(engine, by("manager"), kept.id, 1, {"owner": "Alex Reed"})
    with pytest.raises(ChangedError):
        amend(engine, by("manager"), kept.id, 1, {"owner": "Kim Shah"})
    assert meetings.one(engine, person("manager"), kept.id).owner == "Alex Reed"


def test_dropping_an_action_asks_for_a_reason(engine, kept):
    with pytest.raises(RefusedError):
        amend(engine, by("manager"), kept.id, 1, {"state": "dropped", "outcome": None})


def test_an_action_opened_again_is_no_longer_closed(engine, kept):
    amend(engine, by("manager"), kept.id, 1, {"state": "done"})
    amend(engine, by("manager"), kept.id, 2, {"state": "open"})
    assert meetings.one(engine, person("manager"), kept.id).closed_on is None


def test_what_is_the_same_changes_nothing(engine, kept, stored):
    before = stored("audit"), stored("data_version")
    amend(engine, by("manager"), kept.id, 1, {"owner": "Sam Okafor"})
    assert (stored("audit"), stored("data_version")) == before


def test_an_action_of_another_partnership_is_read_by_nobody_else(engine, kept):
    stranger = person("manager", partnerships=("south",))
    assert meetings.agreed(engine, stranger) == []
    with pytest.raises(DeniedError):
        meetings.one(engine, stranger, kept.id)


def test_it_is_overdue_from_the_day_after(kept):
    assert not kept.is_overdue(date(2026, 1, 15))
    assert kept.is_overdue(date(2026, 1, 16))
    assert not replace(kept, state="done").is_overdue(date(2026, 1, 16))


def test_open_ones_come_first_and_the_earliest_due_before_others(engine, kept):
    agree(
        engine, by("manager"), [replace(WANTED, words="Sooner", due=date(2025, 12, 24))], "second"
    )
    agree(engine, by("manager"), [DECISION], "third")
    found = meetings.agreed(engine, person("manager"))
    assert [action.words for action in found] == ["Sooner", WANTED.words, DECISION.words]
    assert found[-1].kind == "decision"
