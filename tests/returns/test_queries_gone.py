"""A query goes once there is nothing to ask, and its reason stays."""

from data.changes.rows import Edit, Place, void
from data.schema import FACTS, ROW_QUERY
from tests.returns.queried_rows import offer, placement
from tests.support.files import AUTHOR, row


def test_a_query_goes_once_its_row_is_put_right(send):
    send(demand=[row("demand", ref="D1", days=90)])
    send(demand=[row("demand", ref="D1", days=100)])
    assert send.stored(ROW_QUERY) == []


def test_a_query_goes_once_the_row_beside_it_is_put_right(send):
    send(offers=[offer(places=0)], placements=[placement(offer_ref="O1")])
    send(offers=[offer(places=1)])
    assert send.stored(ROW_QUERY) == []


def test_a_query_goes_with_a_row_that_was_voided(send):
    send(demand=[row("demand", ref="D1", days=90)])
    (stored,) = send.stored(FACTS["demand"])
    place = Place("demand", stored.partnership, stored.owner)
    void(send.engine, Edit(place, stored.id, 1, {}, "once"), "entered twice", AUTHOR)
    assert send.stored(ROW_QUERY) == []


def test_a_reason_that_was_given_stays(send):
    send(demand=[row("demand", ref="D1", days=90)])
    send.do(ROW_QUERY.update().values(reason="agreed with the regulator"))
    send(demand=[row("demand", ref="D1", days=90, students=2)])
    assert [mark.reason for mark in send.stored(ROW_QUERY)] == ["agreed with the regulator"]


def test_a_file_hears_of_the_queries_of_its_own_rows_by_cell(sqlite_send):
    sqlite_send(demand=[row("demand", days=90)])
    (query,) = sqlite_send(demand=[row("demand"), row("demand", days=80)]).queries
    assert (query.sheet, query.row, query.cell, query.value) == ("demand", 3, "J3", "80")
