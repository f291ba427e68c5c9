"""Agreements of a partner: who reads which of them, and how much of each."""

import pytest

from dashboard.worklists.agreements import AGREEMENTS
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
