"""A council's names lead to who was there, or who follows, on the day of a row."""

from datetime import date

import pytest

from data import options
from data.reader import Reader
from data.schema import FACTS, ORGANISATION, ROW_QUERY
from tests.changes.mergers.conftest import offer

SPLITS = {
    "northamptonshire": ("north-northamptonshire", "west-northamptonshire"),
    "cumbria": ("cumberland", "westmorland-and-furness"),
}
EACH = pytest.mark.parametrize(("old", "new"), SPLITS.items(), ids=SPLITS)


@pytest.fixture
def known(send):
    with Reader(send.engine).snapshot() as snapshot:
        return options.load(snapshot).partners


def owners(send):
    return [each.owner for each in send.stored(FACTS["offers"])]


def asked(send):
    return [each.problem for each in send.stored(ROW_QUERY) if each.rule == "no_member_then"]


@EACH
def test_a_split_leads_to_both_councils_and_back(known, old, new):
    assert known[old].followed_by == new
    assert [known[code].follows for code in new] == [(old,), (old,)]


def test_a_neighbour_is_unaffected(known):
    assert (known["lancashire"].follows, known["lancashire"].followed_by) == ((), ())


@pytest.mark.parametrize("name", ["cumbria", "Cumbria Council", "CUMBRIA CC"])
def test_a_file_of_before_under_any_of_its_names_is_the_old_council_s(send, name):
    outcome = send(offers=[offer(name, date(2022, 9, 26), 4)])
    assert (outcome.errors, owners(send), asked(send)) == ((), ["cumbria"], [])


@EACH
def test_a_file_of_afterwards_under_the_old_name_is_asked_about_and_names_who_follows(
    send, old, new
):
    send(offers=[offer(old, date(2023, 9, 25), 4)])
    assert asked(send) == [
        f"{old} was no member of north on 2023-09-25; {' and '.join(new)} took over from it."
    ]


@EACH
def test_a_file_of_before_under_a_new_name_is_asked_about(send, old, new):
    send(offers=[offer(new[0], date(2020, 9, 28), 4)])
    assert asked(send) == [f"{new[0]} was no member of north on 2020-09-28."]


def test_another_name_of_a_new_council_is_understood(send):
    outcome = send(offers=[offer("Carlisle", date(2023, 9, 25), 4)])
    assert (outcome.errors, owners(send), asked(send)) == ((), ["cumberland"], [])


def test_an_organisation_may_have_ended_and_stays(send):
    stored = {each.code: each.valid_to for each in send.stored(ORGANISATION)}
    assert stored["northamptonshire"] == date(2021, 3, 31)
    assert stored["lancashire"] is None
