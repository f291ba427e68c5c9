"""What becomes of the rows of a file, and of those stored that it leaves out."""

from data.schema import FACTS
from tests import factories
from tests.changes.upload_state import OFFERS
from tests.support.files import AUTHOR, row


def test_a_row_with_the_same_ref_is_changed(send):
    send(offers=[row("offers", ref="O1", places=1)])
    outcome = send(offers=[row("offers", ref="O1", places=4)])
    (stored,) = send.stored(OFFERS)
    assert (outcome.changed, stored.places, stored.version) == (1, 4, 2)


def test_a_census_of_the_same_day_and_area_is_changed(send):
    send(workforce=[row("workforce", headcount=10)])
    outcome = send(workforce=[row("workforce", headcount=11)])
    assert (outcome.changed, outcome.new) == (1, 0)


def test_rows_that_a_file_leaves_out_stay(send):
    send(offers=[row("offers", ref="O1"), row("offers", ref="O2", places=2)])
    send(offers=[row("offers", ref="O1", places=9)])
    assert [offer.places for offer in send.stored(OFFERS)] == [9, 2]


def test_a_column_that_a_file_leaves_out_keeps_its_values(send):
    send(offers=[row("offers", ref="O1", team="Duty")])
    shorter = row("offers", ref="O1", places=9)
    del shorter["team"]
    send(offers=[shorter])
    assert [(offer.team, offer.places) for offer in send.stored(OFFERS)] == [("Duty", 9)]


def test_a_row_without_a_ref_is_given_a_readable_one(send):
    send(offers=[row("offers", ref="offers-000001"), row("offers", places=2)])
    assert [offer.ref for offer in send.stored(OFFERS)] == ["offers-000001", "offers-000002"]


def test_a_row_without_a_ref_that_differs_is_a_new_one(send):
    send(offers=[row("offers", places=1)])
    assert send(offers=[row("offers", places=2)]).new == 1


def test_two_owners_may_use_the_same_ref(send):
    send.do(factories.council("lakeside"), factories.membership("lakeside"))
    send(offers=[row("offers", ref="O1"), row("offers", ref="O1", owner="lakeside")])
    assert len(send.stored(OFFERS)) == 2


def test_not_applicable_is_kept_apart_from_blank(send):
    send(
        activities=[row("activities", people="n/a"), row("activities", people=0), row("activities")]
    )
    found = [(activity.people, activity.people_na) for activity in send.stored(FACTS["activities"])]
    assert found == [(None, True), (0, False), (None, False)]


def test_money_is_kept_in_pence(send):
    send(finance=[row("finance", planned="£1,200.50", actual=0)])
    assert [(line.planned, line.actual) for line in send.stored(FACTS["finance"])] == [(120050, 0)]


def test_a_voided_row_is_not_brought_back(send):
    send(offers=[row("offers", ref="O1")])
    send.do(OFFERS.update().values(voided_at=AUTHOR.at, voided_reason="entered twice"))
    (problem,) = send(offers=[row("offers", ref="O1", places=3)]).errors
    assert problem.problem == "This row was voided on 2026-02-01."
