"""Partners whose return is late are reminded, by whoever looks after them."""

import re
from datetime import date

import pytest

from app import create_app
from dashboard.settings import Settings
from tests import factories
from tests.support.application import KEY
from tests.support.people import Browser
from tests.updating.conftest import HOME


def test_a_manager_sees_every_partner_and_may_remind(person):
    page = person("manager", "partnership:north").get("/update/partners/").text
    assert (HOME in page, "/update/partners/north/northern" in page) == (True, True)


def test_a_reminder_is_looked_at_before_it_is_sent(person, account):
    account("coordinator", "organisation:riverside", email="cora@example.org")
    page = person("manager", "partnership:north").get("/update/partners/north/riverside").text
    assert ("cora@example.org" in page, "is due on" in page) == (True, True)


def letter_of(person, account, holding, *quarters):
    """The letter that a manager would send, where returns are due on some days as well."""
    account("coordinator", "organisation:riverside", email="cora@example.org")
    holding(*(factories.period(name, due=due, opens=date(2026, 1, 1)) for name, due in quarters))
    page = person("manager", "partnership:north").get("/update/partners/north/riverside").text
    return re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1]


def test_a_reminder_is_about_all_that_is_late_and_nothing_that_is_not(person, account, holding):
    letter = letter_of(
        person,
        account,
        holding,
        ("2024/25 Q4", date(2026, 3, 14)),
        ("2024/25 Q3", date(2026, 1, 14)),
    )
    assert letter.count("was due on") == 2
    assert letter.index("2024/25 Q3") < letter.index("2024/25 Q4")
    assert "2025/26 Q1" not in letter


def test_without_a_mail_server_a_reminder_says_so(person, account, stored):
    account("coordinator", "organisation:riverside", email="cora@example.org")
    manager = person("manager", "partnership:north")
    answer = manager.post("/update/partners/north/riverside", {"text": "Please send it"})
    assert (answer.status_code, "No mail server" in answer.text) == (502, True)
    assert [letter["failure"] for letter in stored("mail")] == ["No mail server is set up here."]


@pytest.mark.parametrize("role", ["coordinator", "approver", "viewer"])
def test_nobody_else_reminds(person, role):
    answer = person(role).post("/update/partners/north/riverside", {"text": "Please"})
    assert answer.status_code == 403


def test_a_reminder_arrives_as_it_was_written(world, box, sqlite_url, account):
    account("coordinator", "organisation:riverside", email="cora@example.org")
    mina = account("manager", "partnership:north", email="mina@example.org")
    settings = Settings(
        sqlite_url, production=True, secret_key=KEY, smtp_url=box.url, mail_from="a@example.org"
    )
    browser = Browser(create_app(settings))
    browser.come_in(mina)
    page = browser.get("/update/partners/north/riverside").text
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)[1]
    browser.post("/update/partners/north/riverside", {"text": f"{text} Please."})
    (letter,) = box.letters
    assert (letter["To"], "2025/26 Q1" in letter["Subject"]) == ("cora@example.org", True)
    assert letter.get_payload().rstrip().endswith("Please.")
