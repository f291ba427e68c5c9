"""Report definitions on their pages: who reads and changes which, and what packs make of them."""

import re

import pytest

from dashboard.reports.parts import PARTS
from tests.support.people import said

pytestmark = pytest.mark.usefixtures("few_figures")
HOME = "/reports/definitions"


def fields(page):
    """What the form of a page holds, but for what is chosen from lists."""
    found = dict(re.findall(r'name="([^"]+)"[^>]* value="([^"]*)"', page.text))
    chosen = re.findall(r'<select[^>]* name="(\w+)".*?</select>', page.text, re.DOTALL)
    lists = re.findall(r"<select.*?</select>", page.text, re.DOTALL)
    for name, options in zip(chosen, lists, strict=True):
        selected = re.findall(r'value="([^"]*)" selected', options)
        found[name] = selected[0] if selected else re.findall(r'value="([^"]*)"', options)[0]
    return found


@pytest.fixture
def made(person):
    """The manager's browser, once they made a definition of their own."""
    browser = person()
    form = fields(browser.get(f"{HOME}/new?like=steering-group"))
    answer = browser.post(f"{HOME}/", form | {"code": "ours", "name": "Ours"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{HOME}/?done=saved")
    return browser


def parts(page):
    found = re.findall(r'name="place:([^"]+)" value="(\d+)"', page.text)
    return [name for name, _ in sorted(found, key=lambda pair: int(pair[1]))]


@pytest.mark.parametrize("role", ["viewer", "coordinator", "approver", "funder"])
@pytest.mark.parametrize("path", ["/", "/new", "/funder"])
def test_who_makes_no_editions_has_no_business_here(person, role, path):
    assert person(role).get(HOME + path).status_code == 403


@pytest.mark.parametrize("role", ["viewer", "coordinator", "approver", "funder"])
def test_nor_do_they_change_anything(person, role):
    assert person(role).post(f"{HOME}/", {"code": "funder", "seen": "x"}).status_code == 403


def test_a_manager_looks_at_everybody_s_and_copies_it(person):
    page = person().get(f"{HOME}/funder")
    assert ('name="title"' in page.text, "Copy it for a partnership" in page.text) == (False, True)


def test_an_administrator_changes_everybody_s(person):
    browser = person("administrator")
    form = fields(browser.get(f"{HOME}/funder")) | {"funder": "Department for Education"}
    assert browser.post(f"{HOME}/", form).status_code == 303
    assert "Department for Education" in browser.get(f"{HOME}/").text


def test_a_copy_is_the_partnership_s_own(made):
    page = made.get(f"{HOME}/ours")
    assert parts(page) == parts(made.get(f"{HOME}/new?like=steering-group"))
    assert fields(page)["partnership_code"] == "north"


def test_nobody_of_another_partnership_sees_it(person):
    administrator, manager = person("administrator"), person()
    form = fields(administrator.get(f"{HOME}/new")) | {"code": "theirs", "name": "Theirs"}
    administrator.post(f"{HOME}/", form | {"partnership_code": "south"})
    assert "Theirs" in administrator.get(f"{HOME}/").text
    assert "Theirs" not in manager.get(f"{HOME}/").text
    assert manager.get(f"{HOME}/theirs").status_code == 404


def test_a_part_gets_its_place_and_the_others_make_room(made):
    form = fields(made.get(f"{HOME}/ours")) | {"place:money/results": "2"}
    made.post(f"{HOME}/", form)
    found = parts(made.get(f"{HOME}/ours"))
    assert found[:3] == ["decisions", "money/results", "summary"]
    assert len(found) == len(set(found))


def test_a_part_without_a_place_is_left_out(made):
    form = fields(made.get(f"{HOME}/ours")) | {"place:summary": ""}
    made.post(f"{HOME}/", form)
    assert "summary" not in parts(made.get(f"{HOME}/ours"))


def test_what_is_wrong_is_named_and_what_was_typed_stays(made):
    form = fields(made.get(f"{HOME}/ours")) | {"place:summary": "second", "title": "For {you}"}
    answer = made.post(f"{HOME}/", form)
    assert answer.status_code == 422
    assert "Summary, place “second”: This is not a whole number." in said(answer)
    assert "Title “For {you}”: This title has a gap that nothing fills." in said(answer)
    assert 'value="second"' in answer.text


def test_what_somebody_changed_meanwhile_is_said(made):
    form = fields(made.get(f"{HOME}/ours"))
    made.post(f"{HOME}/", form | {"name": "First"})
    answer = made.post(f"{HOME}/", form | {"name": "Second"})
    assert (answer.status_code, "Somebody changed it" in answer.text) == (409, True)
    assert "First" in made.get(f"{HOME}/").text


def test_every_part_can_be_had(made):
    page = made.get(f"{HOME}/ours")
    assert set(re.findall(r'name="place:([^"]+)"', page.text)) == set(PARTS)
