"""Who sees the lists of rows, and how much of them."""

import pytest

from dashboard.worklists import lost, offers_left, unplaced
from layouts.pages.progress import PAGE
from tests import factories
from tests.worklists.conftest import of

LISTS = pytest.mark.parametrize("listing", PAGE.lists, ids=lambda listing: listing.name)
WAITING = (
    factories.demand(students=3),
    factories.offer(ref="O1", places=4, team="Team A"),
    factories.offer(
        ref="O2", status="withdrawn", status_on=factories.AUTUMN, status_reason="Team closed"
    ),
    factories.placement(ref="P1", status="cancelled", status_reason="Moved away"),
)


@LISTS
@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_figures_alone_is_told_who_sees_rows(rows_of, held, listing, role):
    held(*WAITING)
    listed = rows_of.look(listing, of(role))
    assert (listed.refused, listed.table.rows) == (True, ())
    assert "Coordinators and approvers" in listed.empty


@LISTS
@pytest.mark.parametrize("role", ["manager", "administrator"])
def test_managers_see_every_list(rows_of, held, listing, role):
    held(*WAITING)
    assert len(rows_of(listing, of(role))) == 1


@pytest.mark.parametrize("role", ["coordinator", "approver"])
@pytest.mark.parametrize(
    ("listing", "owner", "other"),
    [
        (unplaced.LISTING, "northern", "riverside"),
        (lost.OFFERS, "riverside", "northern"),
        (lost.PLACEMENTS, "northern", "riverside"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_what_only_its_owner_reads_whole_is_on_no_other_list(
    rows_of, held, role, listing, owner, other
):
    held(*WAITING)
    seen = [len(rows_of(listing, of(role, organisation))) for organisation in (owner, other)]
    assert seen == [1, 0]


def test_a_university_sees_another_partner_s_offer_without_its_free_text(rows_of, held):
    held(*WAITING)
    (row,) = rows_of(offers_left.LISTING, of("coordinator", "northern"))
    assert (row["Offer"], row["Team"]) == ("O1", "not shown")


def test_an_employer_sees_its_own_offer_whole(rows_of, held):
    held(*WAITING)
    (row,) = rows_of(offers_left.LISTING, of("coordinator", "riverside"))
    assert row["Team"] == "Team A"


@pytest.mark.parametrize(
    ("person", "leads"),
    [
        (of("coordinator", "riverside"), True),
        (of("manager"), True),
        (of("coordinator", "northern"), False),
    ],
    ids=["owner", "manager", "another"],
)
def test_a_row_leads_to_where_it_is_worked_on_for_those_who_may(rows_of, held, person, leads):
    held(*WAITING)
    (row,) = rows_of.look(offers_left.LISTING, person).table.rows
    href = next(cell.href for cell in row if cell.text == "O1")
    assert href.startswith("/update/north/riverside/offers/row?row=") == leads


def test_an_approver_is_led_to_the_sheet_that_they_may_not_write(rows_of, held):
    held(*WAITING)
    (row,) = rows_of.look(offers_left.LISTING, of("approver", "riverside")).table.rows
    assert [cell.href for cell in row if cell.href] == ["/update/north/riverside/offers/"]


def test_nobody_sees_a_row_of_another_partnership(rows_of, held):
    held(
        factories.partnership("south"),
        factories.membership("riverside", "south"),
        factories.offer(partnership="south", places=4),
    )
    assert rows_of(offers_left.LISTING, of("manager")) == []


def test_a_list_is_of_few_partnerships(rows_of, held):
    others = [factories.partnership(f"p{number}") for number in range(4)]
    held(*WAITING, *others)
    wide = rows_of.look(offers_left.LISTING, of("administrator"))
    assert wide.title == "A list is of three partnerships at most"
    assert len(rows_of(offers_left.LISTING, of("administrator"), "?partnership=north")) == 1
