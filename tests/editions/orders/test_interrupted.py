"""An order that was interrupted is begun again by one who looks, or given up in words."""

from datetime import timedelta

import pytest

from dashboard.reports import carry_out_order
from dashboard.server.reporting import background
from data.changes import orders, people
from data.changes.author import Author
from data.editions.orders import COMING, SILENT, find, unfinished
from data.people.person import find as find_person
from tests import factories
from tests.editions.conftest import wanted
from tests.editions.orders.order_states import interrupted, name_of, past
from tests.support.people import AUTHOR

pytestmark = pytest.mark.usefixtures("few_figures")
SECOND = timedelta(seconds=1)


def test_of_two_that_take_up_an_order_one_does(ask, of_pages):
    _, address = ask()
    taken = [orders.take_up(of_pages.engine, name_of(address)) for _ in range(2)]
    assert [each is not None for each in taken] == [True, False]


@pytest.mark.usefixtures("no_files")
def test_an_order_that_was_interrupted_is_begun_again_by_who_looks(
    ask, begun, of_pages, monkeypatch
):
    browser, address = ask()
    name = name_of(address)
    monkeypatch.setattr(carry_out_order, "make", interrupted)
    with pytest.raises(KeyboardInterrupt):
        carry_out_order.carry_out(of_pages.engine, name)
    monkeypatch.undo()
    monkeypatch.setattr(carry_out_order, "FORMS", {})
    browser.get(address)
    past(of_pages.engine, SILENT + SECOND)
    begun.clear()
    monkeypatch.setattr(background, "start", lambda _engine, again: begun.append(again))
    pages = [browser.get(address).text for _ in range(2)]
    carry_out_order.carry_out(of_pages.engine, name)
    assert begun == [name]
    assert "It was interrupted and begun again." not in pages[0]
    assert [each.title for each in of_pages.all()] == ["Steering group"]


def test_nobody_begins_an_order_again_that_somebody_comes_for(ask, begun, of_pages):
    browser, address = ask()
    past(of_pages.engine, COMING - 5 * SECOND)
    browser.get(address)
    assert begun == [name_of(address)]


def test_an_order_that_never_ends_is_given_up_in_words(ask, of_pages):
    browser, address = ask()
    for _ in range(3):
        assert orders.take_up(of_pages.engine, name_of(address))
        past(of_pages.engine, SILENT + SECOND)
    assert orders.take_up(of_pages.engine, name_of(address)) is None
    assert "It was begun three times and never finished" in browser.get(address).text


def test_a_process_of_its_own_carries_an_order_out(given, engine):
    given(*factories.reference(), factories.period())
    number = people.add(engine, AUTHOR, people.New("m@example.org", "M", "administrator", []))
    author = Author.by(find_person(engine, number), "form")
    name = orders.place(engine, author, wanted(), 0, "a wish")
    background.start(engine, name).join()
    found = find(engine, name)
    assert (found.problem, found.edition, unfinished(engine)) == (None, 1, [])
    assert found.tried["workbook"]["bytes"] > 0
    assert [each["failed"] for each in found.tried.values() if each.get("failed")] == []
