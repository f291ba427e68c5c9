"""Passages are confirmed and withdrawn one by one, and nothing typed beside them is lost."""

import re

import pytest

from tests.editions.steps.forms import COMMENTARY, QUERY, boxes, confirm, form

pytestmark = pytest.mark.usefixtures("few_figures")


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
