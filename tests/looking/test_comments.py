"""Comments stand beside their section, for who reads it, from who may write them."""

import re
from datetime import date

import pytest

from dashboard import ids
from tests import factories
from tests.support.application import question

VIEW = "/comments/placements/by-partnership"
HERE = f"{VIEW}?partnership=north&year=2025/26"
WORDS = {"words": "Two teams could not take students.", "once": "a"}
WRITES = {
    "write": (HERE, WORDS),
    "change": (f"{VIEW}/change?partnership=north", {"comment": "1", "version": "1", **WORDS}),
    "withdraw": (f"{VIEW}/withdraw?partnership=north", {"comment": "1", "version": "1"}),
}
NOWHERE = [
    "/comments/placements/nothing?partnership=north",
    "/comments/nothing/by-partnership?partnership=north",
    VIEW,
    f"{VIEW}?partnership=north&partnership=south",
]
BAD = {
    "nothing": {},
    "text for numbers": {"comment": "one", "version": "x", "words": "x"},
    "huge numbers": {"comment": "9" * 5000, "version": "9" * 30, "words": "x"},
    "zero bytes": {"comment": "1\0", "words": "\0", "once": "\0"},
    "long text": {"comment": "1", "version": "1", "words": "x" * 100_000, "reason": ""},
}


@pytest.fixture
def written(person):
    """The browser of a coordinator who has said something of a section."""
    browser = person()
    assert browser.post(HERE, WORDS).status_code == 303
    return browser


def shown(slots, browser, search="?partnership=north"):
    """What the page of the section shows."""
    return str(slots(browser, "/placements", search)["content"]["children"])


def test_a_comment_stands_beside_its_section_with_author_and_day(written, slots):
    text = shown(slots, written)
    assert WORDS["words"] in text
    assert re.search(r"Coordinator, \d+ \w+ 20\d\d, on 2025/26", text)


def test_whoever_reads_the_figures_reads_the_comment(written, person, slots):
    assert WORDS["words"] in shown(slots, person("viewer", "partnership:north"))


@pytest.mark.parametrize(
    ("search", "there"),
    [
        ("", True),
        ("?partnership=north", True),
        ("?year=2025/26", True),
        ("?year=2024/25", False),
        ("?partnership=elsewhere", True),
    ],
)
def test_it_stands_where_its_partnership_alone_and_its_year_are_on_view(
    written, slots, holding, search, there
):
    holding(factories.demand(window_start=date(2024, 10, 1), window_end=date(2025, 3, 31)))
    assert (WORDS["words"] in shown(slots, written, search)) is there


def test_it_does_not_stand_where_more_partnerships_are_on_view(written, person, slots, holding):
    holding(factories.partnership("south"))
    assert WORDS["words"] not in shown(slots, person("administrator"), "")


def test_an_earlier_comment_stands_behind_the_latest(written, slots):
    written.post(HERE, {"words": "Now they can.", "once": "b"})
    text = shown(slots, written)
    assert text.index("Now they can.") < text.index("Show 1 earlier comment")
    assert text.index("Show 1 earlier comment") < text.index(WORDS["words"])


@pytest.mark.parametrize("role", ["coordinator", "approver", "manager", "viewer", "funder"])
def test_the_way_to_comment_is_there_for_who_may(person, slots, role):
    text = shown(slots, person(role))
    assert ("Write a comment" in text) is (role not in ("viewer", "funder"))


def test_two_people_of_the_same_reach_each_get_their_own_way(person, slots):
    reader, writer = person("viewer"), person("approver")
    found = [shown(slots, browser) for browser in (reader, writer, reader)]
    assert ["Write a comment" in text for text in found] == [False, True, False]


def test_a_page_of_the_same_shape_takes_a_new_comment_in_its_place(written, slots):
    shape = slots(written, "/placements")[ids.MOUNTED]["data"]
    answer = written.send("/_dash-update-component", question("/placements", "", shape)).get_json()
    data = answer["response"]["answer"]["data"]["slots"]
    assert WORDS["words"] in str(data[ids.view("by-partnership", "comments")])


def test_markup_in_a_comment_is_shown_as_it_was_typed(written):
    written.post(HERE, {"words": "<script>alert(1)</script>", "once": "b"})
    page = written.get(HERE).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_a_form_sent_twice_says_it_once(written, stored):
    written.post(HERE, WORDS)
    assert len(stored("commentary")) == 1


def test_a_comment_can_be_changed_and_withdrawn(written, stored):
    form = {"comment": "1", "version": "1", "words": "One team could not."}
    assert written.post(WRITES["change"][0], form).status_code == 303
    assert "One team could not." in written.get(HERE).text
    form = {"comment": "1", "version": "2", "reason": "It was another team."}
    assert written.post(WRITES["withdraw"][0], form).status_code == 303
    assert "One team could not." not in written.get(HERE).text
    assert stored("audit")[-1]["reason"] == "It was another team."


def test_who_saves_later_sees_both_and_nothing_is_overwritten(written, person, stored):
    address, manager = WRITES["change"][0], person("manager", "partnership:north")
    manager.post(address, {"comment": "1", "version": "1", "words": "Theirs."})
    answer = written.post(address, {"comment": "1", "version": "1", "words": "Mine."})
    assert answer.status_code == 409
    assert [word for word in ("Theirs.", "Mine.", "Manager") if word not in answer.text] == []
    assert stored("commentary")[0]["words"] == "Theirs."


@pytest.mark.parametrize("words", ["", "x" * 2001])
def test_what_can_t_be_kept_is_refused_in_words_and_stays_in_the_form(person, business, words):
    browser, before = person(), business()
    answer = browser.post(HERE, {"words": words, "once": "a"})
    assert (answer.status_code, business()) == (422, before)
    assert "There is a problem" in answer.text
    assert words in answer.text


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_only_reads_writes_nothing(written, person, business, role, write):
    browser, before = person(role), business()
    address, form = WRITES[write]
    assert browser.post(address, form).status_code == 403
    assert business() == before


@pytest.mark.parametrize("write", WRITES)
def test_a_stranger_is_asked_to_sign_in(world, browser_of, business, write):
    before = business()
    address, form = WRITES[write]
    assert browser_of().post(address, form).status_code == 401
    assert business() == before


@pytest.mark.parametrize("write", WRITES)
def test_another_site_can_t_write_for_anybody(written, business, write):
    before = business()
    address, form = WRITES[write]
    elsewhere = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert written.post(address, form, headers=elsewhere).status_code == 403
    assert business() == before


@pytest.mark.parametrize("address", [HERE, f"{VIEW}/change?partnership=north&comment=1"])
def test_another_partnership_s_comments_are_refused_like_those_of_none(
    written, person, holding, address
):
    holding(factories.partnership("south"))
    browser = person("manager", "partnership:south")
    answers = [browser.get(address.replace("north", name)) for name in ("north", "nowhere")]
    assert [answer.status_code for answer in answers] == [403, 403]


@pytest.mark.parametrize("address", NOWHERE)
def test_there_is_no_such_section(person, address):
    browser = person()
    assert browser.get(address).status_code == 404
    assert browser.post(address, WORDS).status_code == 404


@pytest.mark.parametrize("form", BAD.values(), ids=BAD)
@pytest.mark.parametrize("write", WRITES)
def test_bad_input_is_refused_in_words_and_writes_nothing(written, business, write, form):
    if write == "write" and "words" in form and form["words"] == "x":
        return
    before = business()
    answer = written.post(WRITES[write][0], form)
    assert 400 <= answer.status_code < 500, answer.text
    assert business() == before
