"""Actions and exceptions, as people read and keep them."""

from datetime import date, timedelta

import pytest

from tests.deciding.conftest import ACTION
from tests.support.people import said

READERS = ["viewer", "coordinator", "approver", "manager", "administrator"]
NO_MINUTES = ["viewer", "funder", "coordinator", "approver"]
WRONG = {
    "no words": ({"words": " "}, "It does not say what was agreed."),
    "no owner": ({"owner": ""}, "An action needs somebody who does it and a day."),
    "no day": ({"due": ""}, "An action needs somebody who does it and a day."),
    "no such day": ({"due": "31/02/2027"}, "This is not a date."),
    "no meeting": ({"agreed_on": ""}, "The day of the meeting is missing."),
    "elsewhere": ({"scope": "organisation:elsewhere"}, "That is no partner of this partnership."),
    "a place of nothing": ({"scope": "nonsense"}, "That is no partner of this partnership."),
}


@pytest.fixture
def agreed(person, kept):
    """The manager's browser, and one action that they kept."""
    browser = person()
    assert browser.post("/actions/", ACTION).status_code == 303
    (action,) = kept()
    return browser, action


@pytest.mark.parametrize("role", READERS)
def test_whoever_reads_the_figures_reads_what_needs_a_decision(person, role):
    text = person(role).get("/actions/").text
    assert "Riverside has not sent its return for 2025/26 Q1" in text
    assert "A partner&#39;s return was due and has not arrived." in text


def test_a_funder_reads_none_of_it(person):
    assert person("funder").get("/actions/").status_code == 403


@pytest.mark.parametrize("role", NO_MINUTES)
def test_who_keeps_no_minutes_is_offered_no_way_to(person, role):
    assert "Agree an action" not in person(role).get("/actions/").text


def test_an_action_is_kept_and_answers_its_exception(agreed):
    browser, action = agreed
    text = browser.get("/actions/?partnership=north&done=kept").text
    assert "Kept." in text
    assert text.count(action.words) == 2
    assert "Sam Okafor" in text


def test_a_decision_asks_for_neither_owner_nor_day(person, kept):
    form = ACTION | {"kind": "decision", "owner": "", "due": ""}
    assert person().post("/actions/", form).status_code == 303
    assert [(one.kind, one.owner, one.due) for one in kept()] == [("decision", None, None)]


@pytest.mark.parametrize(("changes", "words"), WRONG.values(), ids=WRONG)
def test_what_can_t_be_kept_is_said_and_nothing_typed_is_lost(person, kept, changes, words):
    answer = person().post("/actions/", ACTION | changes)
    assert (answer.status_code, kept()) == (422, [])
    assert words in answer.text
    assert (changes.get("words") or ACTION["words"]) in answer.text


@pytest.mark.parametrize("role", NO_MINUTES)
def test_who_keeps_no_minutes_is_refused(person, kept, role):
    assert person(role).post("/actions/", ACTION).status_code == 403
    assert kept() == []


def test_another_partnership_s_minutes_are_refused_like_those_of_none(person, kept):
    browser = person()
    answers = [browser.post("/actions/", ACTION | {"partnership": code}) for code in ("south", "x")]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert said(answers[0]) == said(answers[1])
    assert kept() == []


def test_a_form_sent_twice_keeps_one(agreed, kept):
    browser, _ = agreed
    browser.post("/actions/", ACTION)
    assert len(kept()) == 1


def test_a_partner_says_what_became_of_its_action(agreed, person, kept):
    _, action = agreed
    form = {"version": "1", "state": "done", "outcome": "Two more places."}
    assert person("coordinator").post(f"/actions/{action.id}", form).status_code == 303
    assert [(one.state, one.outcome) for one in kept()] == [("done", "Two more places.")]


def test_a_partner_can_t_move_its_own_day(agreed, person, kept):
    _, action = agreed
    form = {"version": "1", "words": action.words, "owner": "Sam", "due": "2030-01-01"}
    assert person("coordinator").post(f"/actions/{action.id}", form).status_code == 403
    assert kept() == [action]


def test_dropping_without_a_reason_is_refused_with_what_was_typed(agreed, kept):
    browser, action = agreed
    answer = browser.post(f"/actions/{action.id}", {"version": "1", "state": "dropped"})
    assert (answer.status_code, kept()) == (422, [action])
    assert "Say in a few words why it is dropped." in answer.text


def test_who_saw_an_older_version_is_told_and_keeps_what_they_typed(agreed, kept):
    browser, action = agreed
    first = {"version": "1", "words": "One", "owner": "A", "due": ACTION["due"]}
    browser.post(f"/actions/{action.id}", first)
    answer = browser.post(f"/actions/{action.id}", first | {"words": "Two"})
    assert (answer.status_code, [one.words for one in kept()]) == (409, ["One"])
    assert "Two" in answer.text


def test_its_history_says_from_what_to_what(agreed):
    browser, action = agreed
    form = {"version": "1", "words": action.words, "owner": "Alex Reed", "due": ACTION["due"]}
    browser.post(f"/actions/{action.id}", form)
    text = browser.get(f"/actions/{action.id}").text
    assert "<td>Sam Okafor</td><td>Alex Reed</td>" in text


@pytest.mark.parametrize("number", [1, 999, 10**30])
def test_an_action_of_another_partnership_is_refused_like_one_that_never_was(
    agreed, person, number
):
    assert person("viewer", "partnership:south").get(f"/actions/{number}").status_code == 403


def test_a_script_in_what_was_agreed_is_shown_as_text(person):
    browser = person()
    browser.post("/actions/", ACTION | {"words": "<script>window.__xss=1</script>"})
    assert "<script>window.__xss" not in browser.get("/actions/").text


def test_an_overdue_action_says_so(person, kept):
    past = (date.today() - timedelta(days=3)).isoformat()
    browser = person()
    browser.post("/actions/", ACTION | {"agreed_on": past, "due": past, "rule": ""})
    text = browser.get("/actions/").text
    assert "Overdue" in text
    assert "Not done by" in text
