"""Your work, a partner's desk, and the steps of its return."""

import re
from datetime import date

import pytest

from tests import factories
from tests.updating.conftest import HOME

STEP = {"period": "2025/26 Q1"}


def told(browser, answer):
    return re.search(r'class="done"[^>]*>([^<]+)<', browser.get(answer.headers["Location"]).text)[1]


@pytest.mark.parametrize("role", ["coordinator", "approver", "manager", "administrator"])
def test_work_lists_what_is_due(person, role):
    page = person(role, "organisation:riverside").get("/update/").text
    assert ("2025/26 Q1" in page, "Not started: carried forward" in page) == (True, True)


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_whoever_reads_alone_is_told_so(person, role):
    assert "it looks after nobody" in person(role).get("/update/").text


def test_a_coordinator_sees_their_own_partner_alone(person):
    page = person().get("/update/").text
    assert (HOME in page, "/update/north/northern" in page) == (True, False)


def test_a_return_is_confirmed_submitted_and_signed_off(person, stored):
    coordinator, approver = person(), person("approver")
    sheets = re.findall(r'name="sheet" value="(\w+)"', coordinator.get(HOME).text)
    answer = coordinator.post(f"{HOME}/confirm", STEP | {"sheet": sheets})
    assert told(coordinator, answer) == "Noted: looked through."
    answer = coordinator.post(f"{HOME}/return", STEP | {"step": "submit"})
    assert told(coordinator, answer) == "Submitted. Whoever signs off sees it now."
    answer = approver.post(f"{HOME}/return", STEP | {"step": "sign-off", "reason": "Anwar Ali"})
    assert told(approver, answer).startswith("Signed off.")
    (status,) = stored("return_status")
    assert (status["state"], status["by"], status["reason"]) == (
        "signed_off",
        "approver@example.org",
        "Anwar Ali",
    )


def test_what_holds_it_up_is_said(person):
    answer = person().post(f"{HOME}/return", STEP | {"step": "submit"})
    assert (answer.status_code, "Not looked through yet: offers" in answer.text) == (422, True)


def test_a_desk_offers_the_steps_that_somebody_may_take(person):
    pages = {role: person(role).get(HOME).text for role in ("coordinator", "approver")}
    offered = {
        role: re.findall(r'name="step" value="([\w-]+)"', page) for role, page in pages.items()
    }
    assert offered == {"coordinator": ["submit"], "approver": []}


def test_a_template_holds_the_rows(person):
    answer = person().get(f"{HOME}/template.xlsx")
    assert (answer.status_code, answer.data[:2]) == (200, b"PK")


def test_returns_that_are_signed_off_stand_behind_those_that_are_not(person):
    coordinator, approver = person(), person("approver")
    sheets = re.findall(r'name="sheet" value="(\w+)"', coordinator.get(HOME).text)
    coordinator.post(f"{HOME}/confirm", STEP | {"sheet": sheets})
    coordinator.post(f"{HOME}/return", STEP | {"step": "submit"})
    approver.post(f"{HOME}/return", STEP | {"step": "sign-off", "reason": "Anwar Ali"})
    page = coordinator.get("/update/").text
    assert "Every return that was due is signed off." in page
    assert page.index("Show 1 return that is signed off") < page.index("2025/26 Q1")


@pytest.mark.parametrize(
    ("role", "scope", "home"),
    [
        ("coordinator", "organisation:riverside", HOME),
        ("manager", "partnership:north", "/update/north/northern"),
    ],
)
def test_both_partners_see_their_numbers_side_by_side(person, holding, role, scope, home):
    holding(
        factories.offer(ref="O2", places=3, status="confirmed", reserved_for="northern"),
    )
    page = person(role, scope).get(f"{home}/compared").text
    assert re.findall(r'<td class="number">(\d|not said)</td>', page) == ["3", "1"]
    assert "2 more confirmed" in page


def test_numbers_that_differ_stand_first(person, holding):
    alike, later = ({"window_start": date(year, 9, 20)} for year in (2025, 2026))
    holding(
        factories.offer(ref="O2", places=3, status="confirmed", reserved_for="northern", **alike),
        factories.offer(ref="O3", places=3, status="confirmed", reserved_for="northern", **later),
    )
    page = person().get(f"{HOME}/compared").text
    assert page.index("2 more confirmed") < page.index("2026/27")


def test_what_waits_for_a_signature_stands_first(person):
    coordinator, approver = person(), person("approver")
    sheets = re.findall(r'name="sheet" value="(\w+)"', coordinator.get(HOME).text)
    coordinator.post(f"{HOME}/confirm", STEP | {"sheet": sheets})
    coordinator.post(f"{HOME}/return", STEP | {"step": "submit"})
    pages = [browser.get("/update/").text for browser in (coordinator, approver)]
    assert ["Waiting for your signature" in page for page in pages] == [False, True]


def test_one_s_latest_changes_can_be_undone_from_one_s_work(person, stored):
    browser = person()
    fields = re.findall(
        r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"',
        browser.get(f"{HOME}/offers/row?row=1").text,
    )
    chosen = {"cell-sector": "local_authority", "cell-level": "final", "cell-statutory": "yes"}
    chosen |= {"cell-service_area": "adults", "cell-status": "offered", "cell-places": "7"}
    browser.post(f"{HOME}/offers/row", dict(fields) | chosen)
    assert stored("offers")[0]["places"] == 7
    change = re.search(r'name="change" value="(\d+)"', browser.get("/update/").text)[1]
    browser.post(f"{HOME}/undo", {"change": change})
    assert stored("offers")[0]["places"] == 4


def test_what_opens_next_is_announced(person, holding):
    holding(
        factories.period(
            "2031/32 Q1",
            starts_on=date(2031, 9, 1),
            ends_on=date(2031, 11, 30),
            opens=date(2031, 11, 16),
            due=date(2031, 12, 14),
        )
    )
    assert "Not open yet: 2031/32 Q1, from 16 November 2031" in person().get("/update/").text
