"""Clashes at an employer, in words."""

from datetime import date

import pytest

from dashboard.views.clashes import MOST_TOLD, Clash, most_serious, sentence

OCTOBER, DECEMBER, JANUARY = date(2026, 10, 1), date(2026, 12, 1), date(2027, 1, 1)


def clash(employer="Ashmere", first=OCTOBER, last=None, asked=14, had=9, universities=3):
    return Clash(employer, first, last or first, asked, had, universities)


def test_one_month_is_named():
    assert sentence(clash()) == (
        "Ashmere is asked for 14 places in October by three universities and has 9"
    )


def test_months_on_end_are_named_by_the_first_and_the_last():
    assert "from October to January by" in sentence(clash(last=JANUARY))


def test_none_at_all_is_said_in_a_word():
    assert sentence(clash(had=0)).endswith("and has none")


def test_one_place_is_one():
    assert "asked for 1 place in" in sentence(clash(asked=1, had=0))


def test_without_a_clash_nothing_is_told():
    assert most_serious([]) == ()


def test_the_most_serious_comes_first():
    mild, grave = clash("Mild", asked=10), clash("Grave", asked=30)
    assert most_serious([mild, grave]) == (sentence(grave), sentence(mild))


def test_of_two_as_serious_the_longer_comes_first():
    short, long = clash("Ashmere"), clash("Bexham", last=DECEMBER)
    assert most_serious([short, long])[0] == sentence(long)


def test_ten_are_told_without_a_word_of_more():
    assert len(most_serious([clash(f"Employer {n}") for n in range(MOST_TOLD)])) == MOST_TOLD


@pytest.mark.parametrize(
    ("more", "words"),
    [(1, "And 1 more clash in the table"), (4, "And 4 more clashes in the table")],
)
def test_the_others_are_counted(more, words):
    assert most_serious([clash(f"Employer {n}") for n in range(MOST_TOLD + more)])[-1] == words
