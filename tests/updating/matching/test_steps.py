"""Files whose columns have other names: somebody says which is which, and nothing is guessed."""

from html import unescape

from tests.updating.conftest import HOME
from tests.updating.matching.conftest import PASTED, chosen, match
from tests.updating.test_files import confirm, token


def test_what_is_known_and_what_comes_close_stands_there_already(asked):
    _, answer = asked
    found = chosen(answer.text)
    assert (answer.status_code, found["level"], found["sector"], found["places"]) == (
        422,
        "C",
        "B",
        "",
    )
    assert "Proposed, because the names are close. First values: local_authority" in answer.text
    assert "Not known there: “sectr” (column B), “Area” (column D), “How many” (column G)." in (
        unescape(answer.text)
    )


def test_who_does_not_want_to_match_sees_what_is_wrong(asked):
    page = asked[1].text
    assert "What is wrong with the file as it is: 3 problems" in page
    assert "This is no column of offers, but comes close to sector." in page
    assert "The column places is missing." in page


def test_what_was_matched_is_looked_at_confirmed_and_stored(asked, stored):
    browser, answer = asked
    looked_at = match(browser, answer)
    assert (looked_at.status_code, "1 new, 0 changed" in looked_at.text) == (200, True)
    assert len(stored("offers")) == 1
    assert confirm(browser, looked_at).status_code == 303
    assert (stored("offers")[1]["ref"], stored("offers")[1]["places"]) == ("O9", 3)


def test_the_matching_stands_in_the_history_of_files(asked, stored):
    browser, answer = asked
    confirm(browser, match(browser, answer))
    assert stored("upload")[0]["matching"]["offers"]["places"] == "G"
    assert "Offers, Places: column G" in browser.get(HOME).text


def test_the_same_file_again_is_known(asked):
    browser, answer = asked
    confirm(browser, match(browser, answer))
    again = browser.post(f"{HOME}/file", {"rows": PASTED, "sheet": "offers"})
    assert "already uploaded on" in again.text


def test_it_can_be_matched_otherwise_before_it_is_confirmed(asked):
    browser, answer = asked
    looked_at = match(browser, answer)
    again = browser.post(f"{HOME}/file/match", {"token": token(looked_at)})
    assert chosen(again.text)["places"] == "G"
    other = match(browser, again, **{"match-offers-places": "C"})
    assert "Column C, “level”, was chosen for level already." in unescape(other.text)


def test_what_was_chosen_stays_beside_what_is_wrong_with_it(asked, stored):
    browser, answer = asked
    refused = match(browser, answer, **{"match-offers-places": "", "match-offers-team": "D"})
    assert (refused.status_code, chosen(refused.text)["ref"]) == (422, "A")
    assert ('href="#match-offers-places"' in refused.text, len(stored("offers"))) == (True, 1)
    assert 'id="match-offers-places-error"' in refused.text
