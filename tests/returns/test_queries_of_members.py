"""Partners are members of the partnership, and send what falls in their time there."""

from datetime import date

import pytest

from data.schema import MEMBERSHIP, ROW_QUERY
from tests import factories
from tests.support.files import row

AUTUMN = date(2025, 9, 22)


def raised(sender):
    return [(mark.rule, mark.sheet, mark.column) for mark in sender.stored(ROW_QUERY)]


@pytest.mark.parametrize("sheet", ["requests", "placements"])
def test_an_employer_outside_the_partnership_is_queried(sqlite_send, sheet):
    sqlite_send.do(factories.council("lakeside"))
    outcome = sqlite_send(**{sheet: [row(sheet, employer="lakeside")]})
    assert outcome.errors == ()
    assert raised(sqlite_send) == [("partner_outside", sheet, "employer")]


def test_an_offer_for_a_university_outside_the_partnership_is_queried(sqlite_send):
    sqlite_send.do(factories.university("southern"))
    sqlite_send(offers=[row("offers", reserved_for="southern")])
    assert raised(sqlite_send) == [("partner_outside", "offers", "reserved_for")]


@pytest.mark.parametrize(
    ("time", "asked"),
    [
        ({"valid_from": AUTUMN}, 0),
        ({"valid_to": AUTUMN}, 0),
        ({"valid_from": date(2025, 9, 23)}, 1),
        ({"valid_to": date(2025, 9, 21)}, 1),
    ],
)
def test_a_row_from_outside_its_owners_time_in_the_partnership_is_queried(sqlite_send, time, asked):
    sqlite_send.do(MEMBERSHIP.update().values(**time))
    sqlite_send(offers=[row("offers", window_start=AUTUMN)])
    assert raised(sqlite_send) == [("no_member_then", "offers", "window_start")] * asked


def test_a_row_in_the_second_of_two_memberships_is_not_queried(sqlite_send):
    sqlite_send.do(
        MEMBERSHIP.update().values(valid_to=date(2024, 1, 1)),
        factories.membership("riverside", valid_from=date(2025, 1, 1)),
    )
    sqlite_send(offers=[row("offers", window_start=AUTUMN)])
    assert raised(sqlite_send) == []
