"""A meeting goes through the exceptions, and its minutes say what came of it."""

import pytest

from tests.deciding.conftest import ACTION, TODAY

STEP = "/actions/meeting?partnership=north&step=1"
FORM = ACTION | {"step": "1", "decision": "Riverside reports by phone this once."}


def test_it_begins_with_the_partnership_and_the_day(person):
    text = person().get("/actions/meeting").text
    assert "North Teaching Partnership" in text
    assert TODAY.isoformat() in text


def test_it_shows_one_exception_after_the_other(person):
    text = person().get(STEP).text
    assert "Exception 1 of 1" in text
    assert "Riverside has not sent its return" in text


def test_decision_and_action_are_kept_on_the_spot(person, kept):
    answer = person().post("/actions/meeting", FORM)
    assert answer.status_code == 303
    assert {one.kind: one.words for one in kept()} == {
        "action": ACTION["words"],
        "decision": FORM["decision"],
    }


def test_after_the_last_exception_come_the_minutes(person):
    answer = person().get("/actions/meeting?partnership=north&step=2")
    assert answer.location.startswith("/actions/minutes?")


def test_the_minutes_say_what_was_decided_and_who_does_what(person):
    browser = person()
    browser.post("/actions/meeting", FORM)
    text = browser.get(f"/actions/minutes?partnership=north&agreed_on={TODAY}").text
    decisions, rest = text.split("<h2>Actions agreed</h2>")
    assert FORM["decision"] in decisions
    assert ACTION["words"] in rest
    assert "Sam Okafor" in rest


def test_an_exception_that_was_skipped_stands_in_the_minutes(person):
    text = person().get("/actions/minutes?partnership=north").text
    assert "Riverside has not sent" in text.split("<h2>Exceptions without an action</h2>")[1]


def test_nothing_written_is_refused_in_words(person, kept):
    answer = person().post("/actions/meeting", FORM | {"words": "", "decision": " "})
    assert (answer.status_code, kept()) == (422, [])
    assert "Write one, or skip this one." in answer.text


def test_an_action_without_a_day_keeps_neither_and_loses_nothing(person, kept):
    answer = person().post("/actions/meeting", FORM | {"due": ""})
    assert (answer.status_code, kept()) == (422, [])
    assert FORM["decision"] in answer.text
    assert ACTION["words"] in answer.text


def test_a_form_sent_twice_keeps_each_once(person, kept):
    browser = person()
    for _ in range(2):
        browser.post("/actions/meeting", FORM)
    assert len(kept()) == 2


def test_a_funder_is_in_no_meeting(person, kept):
    browser = person("funder")
    answers = [browser.get(STEP), browser.post("/actions/meeting", FORM)]
    assert ([answer.status_code for answer in answers], kept()) == ([403, 403], [])


@pytest.mark.parametrize("role", ["viewer", "coordinator", "approver"])
def test_who_keeps_no_minutes_leads_no_meeting(person, kept, role):
    browser = person(role)
    assert "Only the manager of a partnership" in browser.get(STEP).text
    assert browser.post("/actions/meeting", FORM).status_code == 403
    assert kept() == []


@pytest.mark.parametrize("address", ["step=x", "step=-1", "step=9999999999999", "agreed_on=x"])
def test_an_odd_address_is_answered(person, address):
    answer = person().get(f"/actions/meeting?partnership=north&{address}")
    assert answer.status_code in (200, 303)
