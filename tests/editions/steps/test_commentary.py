"""The commentary of an edition: drafted of figures, confirmed, and flagged once those move."""

import re

import pytest

from dashboard.commentary_figures import Moved, moved
from tests import factories
from tests.editions.steps.forms import ASKED, COMMENTARY, FORM, QUERY, boxes, confirm, form

pytestmark = pytest.mark.usefixtures("few_figures")
# Four places more, as a change leaves them.
MORE = (
    factories.offer(ref="O9", places=4),
    factories.data_version(9),
    factories.touched(9),
)


def test_what_lacks_words_is_said(manager):
    text = manager.post("/reports/new", FORM).text
    assert "Nothing is confirmed: the pack leaves commentary out. 14 not drafted." in text


def test_drafts_are_made_of_the_figures_and_marked(drafted):
    page = drafted.get(COMMENTARY + QUERY)
    assert len(boxes(page)) == 14
    assert page.text.count("nobody has confirmed it") == 14
    assert "Drafts that nobody has confirmed" in drafted.post("/reports/new", FORM).text


def test_what_is_confirmed_is_said_with_who_and_what_a_pack_holds(drafted):
    assert confirm(drafted).headers["Location"].endswith("done=confirmed")
    assert "<b>Confirmed</b> by Manager" in drafted.get(COMMENTARY + QUERY).text
    assert "1 confirmed, of 14 charts and tables." in drafted.post("/reports/new", FORM).text


def test_words_that_rest_on_figures_that_changed_are_flagged(drafted, holding):
    confirm(drafted)
    holding(*MORE)
    page = drafted.get(COMMENTARY + QUERY)
    assert "Figures have changed since." in page.text
    assert re.search(r"<li>Places offered[^<]*: 3 then, 7 now", page.text)
    text = drafted.post("/reports/new", FORM).text
    assert "Confirmed, and figures have changed since:" in text


def test_they_are_flagged_no_longer_once_they_are_confirmed_anew(drafted, holding):
    confirm(drafted)
    holding(*MORE)
    page = drafted.get(COMMENTARY + QUERY)
    assert "Figures have changed since." in page.text
    number = next(number for number, _, words in boxes(page) if words == "Autumn is two short.")
    drafted.post(f"{COMMENTARY}confirm", form(page) | {"comment": number})
    text = drafted.post("/reports/new", FORM).text
    assert "Confirmed, and figures have changed since:" not in text


@pytest.mark.parametrize("role", ["viewer", "coordinator", "approver", "funder"])
def test_nobody_else_comes_to_commentary(person, role):
    browser = person(role)
    assert browser.get(COMMENTARY + QUERY).status_code == 403
    for act in ("draft", "confirm"):
        assert browser.post(COMMENTARY + act, ASKED).status_code == 403


def test_commentary_of_another_partnership_is_refused(manager):
    query = QUERY.replace("north", "south")
    assert manager.get(COMMENTARY + query).status_code == 403


def test_what_somebody_changed_meanwhile_is_not_confirmed_and_both_are_shown(drafted):
    page = drafted.get(COMMENTARY + QUERY)
    number, version, _ = boxes(page)[0]
    drafted.post(f"{COMMENTARY}confirm", form(page, {0: "First."}) | {"comment": number})
    sent = form(page, {0: "Second."}) | {"comment": number}
    answer = drafted.post(f"{COMMENTARY}confirm", sent)
    assert (answer.status_code, "Somebody changed it" in answer.text) == (409, True)
    assert "<b>As somebody changed it:</b> First." in answer.text
    assert boxes(answer)[0] == (number, str(int(version) + 1), "Second.")


def test_blank_words_are_refused_and_said(drafted):
    answer = confirm(drafted, " ")
    assert (answer.status_code, "The comment is blank." in answer.text) == (422, True)
    assert boxes(answer)[0][2] == " "


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [
        ({"a": "1"}, {"a": "1"}, ()),
        ({"a": "1"}, {"a": "2"}, (Moved("a", "1", "2"),)),
        ({"a": "1"}, {}, (Moved("a", "1", "not there"),)),
        ({}, {"a": "2"}, (Moved("a", "not there", "2"),)),
    ],
)
def test_a_figure_that_reads_otherwise_has_moved(then, now, found):
    assert moved(then, now) == found
