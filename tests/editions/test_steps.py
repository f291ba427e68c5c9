"""Making an edition in steps: whom for, put together how, and what to know before it is made."""

import re
from html import unescape

import pytest

from dashboard.commentary_figures import Moved, moved
from tests import factories
from tests.editions.conftest import DAY, FOR_FUNDERS
from tests.support.people import said

pytestmark = pytest.mark.usefixtures("few_figures")

FIRST = f"readers=steering_group&partnership=north&as_at={DAY.isoformat()}"
FORM = {"readers": "steering_group", "as_at": DAY.isoformat(), "partnership": "north"}
COMMENTARY = "/reports/commentary/"
ASKED = {"report": "steering-group", "partnership": "north", "as_at": DAY.isoformat()}
QUERY = f"?report=steering-group&partnership=north&as_at={DAY.isoformat()}"

# Four places more, as a change leaves them.
MORE = (
    factories.offer(ref="O9", places=4),
    factories.data_version(9),
    factories.touched(9),
)


def step(page):
    return re.findall(r'<li aria-current="step">([^<]+)', page.text)


@pytest.fixture
def manager(person):
    return person()


@pytest.fixture
def drafted(manager):
    """The manager's browser, once everything that lacks words was drafted."""
    assert manager.post(f"{COMMENTARY}draft", ASKED).status_code == 303
    return manager


def boxes(page):
    """Number, version and words of each passage that can be confirmed."""
    found = re.findall(r'name="version-(\d+)" value="(\d+)"', page.text)
    words = re.findall(r'name="words-\d+"[^>]*>([^<]*)</textarea>', page.text)
    return [(*pair, unescape(text)) for pair, text in zip(found, words, strict=True)]


def form(page, typed=()):
    """The form as a browser sends it, with other words in some boxes, by their place."""
    words = {place: text for place, (_, _, text) in enumerate(boxes(page))} | dict(typed)
    found = dict(ASKED)
    for place, (number, version, _) in enumerate(boxes(page)):
        found |= {f"version-{number}": version, f"words-{number}": words[place]}
    return found


def confirm(browser, words="Autumn is two short.", others=()):
    """Confirm the first passage in some words, with other words in some other boxes."""
    page = browser.get(COMMENTARY + QUERY)
    sent = form(page, {**dict(others), 0: words}) | {"comment": boxes(page)[0][0]}
    return browser.post(f"{COMMENTARY}confirm", sent)


def test_the_first_step_asks_for_whom_and_of_what(manager):
    page = manager.get("/reports/new")
    assert step(page) == ["For whom, and of what"]


def test_the_second_step_offers_the_definitions_for_those_readers(manager):
    page = manager.get(f"/reports/new?step=2&{FIRST}")
    assert step(page) == ["How it is put together"]
    assert re.findall(r'name="report" value="([^"]+)"', page.text) == ["steering-group"]


def test_the_third_step_checks_it(manager):
    page = manager.post("/reports/new", FORM)
    assert step(page) == ["Check it and make it"]
    headings = re.findall("<h2>([^<]+)</h2>", page.text)
    assert headings[1:] == ["Commentary", "Safe to share?", "What is missing or unsigned"]


WRONG = {
    "no readers": ("partnership=north&readers=moon", "It does not say whom it is for."),
    "a day to come": ("partnership=north&as_at=2199-01-01", "That day is still to come."),
    "no day": ("partnership=north&as_at=never", "This is not a date."),
}


@pytest.mark.parametrize(("query", "words"), WRONG.values(), ids=WRONG)
def test_a_first_step_that_lacks_something_is_asked_again(manager, query, words):
    page = manager.get(f"/reports/new?step=2&{query}")
    assert (page.status_code, step(page)) == (422, ["For whom, and of what"])
    assert words in said(page)


def test_who_has_several_partnerships_must_choose_one(person):
    page = person("administrator").get("/reports/new?step=2&readers=steering_group")
    assert (page.status_code, step(page)) == (422, ["For whom, and of what"])
    assert "No partnership is chosen." in said(page)


def test_a_title_that_was_left_blank_is_that_of_the_definition(manager):
    page = manager.post("/reports/new", FORM)
    assert "<h2>For the steering group, " in page.text


def test_cells_of_few_people_are_listed_before_an_exact_edition_is_made(manager, holding):
    holding(factories.demand(ref="D9", students=2, service_area="children", level="first"))
    text = manager.post("/reports/new", FORM).text
    assert "a steering group sees them as they are" in text
    assert "Children" in text
    assert "it counts 2" in text


def test_and_before_anything_of_it_is_taken_away(person, of_pages, holding):
    holding(factories.demand(ref="D9", students=2, level="first"))
    of_pages()
    text = person("viewer").get("/reports/1").text
    assert text.index("it counts 2") < text.index("slides.pptx")


def test_of_what_is_another_s_no_cell_is_listed(person, of_pages, holding):
    holding(factories.demand(ref="D9", students=2, level="first"))
    of_pages(partnerships=("north", "south"))
    assert "South" not in person("viewer").get("/reports/1").text


def test_nothing_at_risk_is_said_so(person, of_pages):
    of_pages(**FOR_FUNDERS)
    text = person("funder").get("/reports/1").text
    assert "What would tell of few people is not in it." in text
    assert "it counts" not in text


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


def test_confirming_one_passage_keeps_what_is_typed_in_other_boxes(drafted):
    answer = confirm(drafted, others={1: "Half a sentence\r\nand more"})
    assert "Confirmed. Packs" in answer.text
    assert [text for _, _, text in boxes(answer)][:2] == [
        "Autumn is two short.",
        "Half a sentence\nand more",
    ]
    kept = boxes(drafted.get(COMMENTARY + QUERY))
    assert [text for _, _, text in kept].count("Autumn is two short.") == 1
    assert "Half a sentence" not in str(kept)


def test_so_does_drafting_the_others(drafted):
    page = drafted.get(COMMENTARY + QUERY)
    answer = drafted.post(f"{COMMENTARY}draft", form(page, {3: "Half a sentence"}))
    assert boxes(answer)[3][2] == "Half a sentence"


def test_a_kept_box_that_somebody_changed_meanwhile_is_not_confirmed_unseen(drafted):
    page = drafted.get(COMMENTARY + QUERY)
    number = boxes(page)[1][0]
    drafted.post(f"{COMMENTARY}confirm", form(page, {1: "Theirs."}) | {"comment": number})
    sent = form(page, {1: "Mine."}) | {"comment": boxes(page)[0][0]}
    kept = drafted.post(f"{COMMENTARY}confirm", sent)
    mine = form(kept) | {"comment": number}
    answer = drafted.post(f"{COMMENTARY}confirm", mine)
    assert (answer.status_code, "Theirs." in answer.text) == (409, True)


def withdraw(browser, reason, typed=()):
    """Withdraw the first passage, with other words in some boxes; answers the page and number."""
    page = browser.get(COMMENTARY + QUERY)
    number = boxes(page)[0][0]
    sent = form(page, typed) | {"comment": number, f"reason-{number}": reason}
    return browser.post(f"{COMMENTARY}withdraw", sent), number


def test_a_passage_is_withdrawn_with_a_reason_and_can_be_drafted_anew(drafted):
    answer, number = withdraw(drafted, "It says too little.")
    page = drafted.get(COMMENTARY + QUERY)
    assert answer.headers["Location"].endswith("done=withdrawn")
    assert number not in [each for each, _, _ in boxes(page)]
    assert "Draft 1 that is lacking" in page.text


def test_withdrawing_one_passage_keeps_what_is_typed_in_other_boxes(drafted):
    answer, number = withdraw(drafted, "It says too little.", {1: "Half a sentence"})
    assert "Withdrawn." in answer.text
    assert number not in [each for each, _, _ in boxes(answer)]
    assert boxes(answer)[0][2] == "Half a sentence"


def test_a_passage_is_not_withdrawn_without_a_reason_and_nothing_typed_is_lost(drafted):
    answer, number = withdraw(drafted, " ", {1: "Half a sentence"})
    assert (answer.status_code, "A reason is missing." in answer.text) == (422, True)
    assert [boxes(answer)[place][2] for place in (1,)] == ["Half a sentence"]
    assert re.search(rf'<details open>.*?id="reason-{number}"', answer.text, re.DOTALL)


def test_a_reason_that_is_half_typed_is_kept_when_another_passage_is_confirmed(drafted):
    page = drafted.get(COMMENTARY + QUERY)
    first, second = (boxes(page)[place][0] for place in (0, 1))
    sent = form(page) | {"comment": first, f"reason-{second}": "It says"}
    assert ">It says</textarea>" in drafted.post(f"{COMMENTARY}confirm", sent).text


def test_what_somebody_changed_meanwhile_is_not_withdrawn(drafted):
    page = drafted.get(COMMENTARY + QUERY)
    number = boxes(page)[0][0]
    sent = form(page) | {"comment": number, f"reason-{number}": "It says too little."}
    drafted.post(f"{COMMENTARY}confirm", form(page, {0: "Theirs."}) | {"comment": number})
    answer = drafted.post(f"{COMMENTARY}withdraw", sent)
    assert (answer.status_code, "Theirs." in answer.text) == (409, True)


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
