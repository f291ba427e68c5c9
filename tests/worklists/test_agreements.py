"""Agreements of a partner: who reads which of them, and how much of each."""

from datetime import date

import pytest

from dashboard.worklists.agreements import AGREEMENTS, EVERY
from tests import factories
from tests.worklists.conftest import of

RIVERSIDE = "?organisation=riverside&partnership=north"


@pytest.fixture
def agreed(held):
    """One agreement of the council with the university, and one of another council."""
    held(
        factories.council("lakeside"),
        factories.membership("lakeside"),
        factories.agreement(
            ref="A1",
            hei="northern",
            title="Between ourselves",
            places_per_year_low=4,
            places_per_year_high=6,
            in_return="Courses without a fee",
            review_due=date(2026, 6, 30),
        ),
        factories.agreement(ref="A2", owner="lakeside", title="Theirs"),
    )


def test_a_partner_s_agreements_are_listed_with_what_was_promised(rows_of, agreed):
    (row,) = rows_of(AGREEMENTS, of("manager"), RIVERSIDE)
    assert (row["Agreement"], row["University"], row["Places a year"], row["Title"]) == (
        "A1",
        "Northern",
        "4 to 6",
        "Between ourselves",
    )


def test_they_are_listed_for_the_university_too(rows_of, agreed):
    found = rows_of(AGREEMENTS, of("manager"), "?organisation=northern&partnership=north")
    assert [row["Agreement"] for row in found] == ["A1"]


def test_other_members_see_them_without_their_words(rows_of, agreed):
    (row,) = rows_of(AGREEMENTS, of("coordinator", "lakeside"), RIVERSIDE)
    assert (row["Agreement"], row["Title"]) == ("A1", "for those who see the whole row")


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_figures_alone_reads_none(rows_of, agreed, role):
    listed = rows_of.look(AGREEMENTS, of(role), RIVERSIDE)
    assert (listed.refused, listed.table.rows) == (True, ())


def test_one_that_was_voided_is_not_listed(rows_of, held):
    held(factories.agreement(voided_at=factories.NOW, voided_reason="A slip"))
    assert rows_of(AGREEMENTS, of("manager"), RIVERSIDE) == []


NORTH = "?partnership=north"


def test_all_agreements_are_listed_where_no_partner_is_chosen(rows_of, agreed):
    found = rows_of(EVERY, of("manager"), NORTH)
    assert [row["Agreement"] for row in found] == ["A1", "A2"]


def test_a_partner_chosen_has_those_with_it_too(rows_of, agreed):
    found = rows_of(EVERY, of("manager"), f"{NORTH}&organisation=northern")
    assert [row["Agreement"] for row in found] == ["A1"]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-06-30", "30 June 2026"), ("2026-07-01", "Overdue since 30 June 2026")],
)
def test_a_review_that_is_overdue_says_so(rows_of, agreed, day, words):
    first, *_ = rows_of(EVERY, of("manager"), f"{NORTH}&as_at={day}")
    assert first["Review due"] == words


def test_the_title_counts_reviews_overdue(rows_of, agreed):
    listed = rows_of.look(EVERY, of("manager"), f"{NORTH}&as_at=2026-07-01")
    assert listed.title == "2 agreements, of which 1 is overdue for review"


@pytest.mark.parametrize("changes", [{"status": "ended"}, {"ends_on": date(2026, 6, 30)}])
def test_what_is_over_needs_no_review(rows_of, held, changes):
    held(factories.agreement(ref="A3", review_due=date(2026, 5, 1), **changes))
    (row,) = rows_of(EVERY, of("manager"), f"{NORTH}&as_at=2026-07-01")
    assert row["Review due"] == "1 May 2026"


def test_what_ended_comes_last(rows_of, held):
    held(
        factories.agreement(ref="B1", status="ended", review_due=date(2025, 5, 1)),
        factories.agreement(ref="B2", status="planned"),
        factories.agreement(ref="B3"),
    )
    found = rows_of(EVERY, of("manager"), NORTH)
    assert [row["Agreement"] for row in found] == ["B3", "B2", "B1"]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (("manager",), "Courses without a fee"),
        (("coordinator", "riverside"), "Courses without a fee"),
        (("coordinator", "lakeside"), "for those who see the whole row"),
        (("coordinator", "northern"), "for those who see the whole row"),
    ],
)
def test_what_is_given_in_return_is_for_who_sees_the_whole_row(rows_of, agreed, who, words):
    first, *_ = rows_of(EVERY, of(*who), NORTH)
    assert first["Given in return"] == words


def test_what_is_not_said_to_be_given_is_not_reported(rows_of, held):
    held(factories.agreement(ref="A3"))
    (row,) = rows_of(EVERY, of("manager"), NORTH)
    assert row["Given in return"] == "not reported"


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_figures_alone_sees_no_agreement(rows_of, agreed, role):
    listed = rows_of.look(EVERY, of(role), NORTH)
    assert (listed.refused, listed.table.rows) == (True, ())
