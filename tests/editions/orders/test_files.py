"""What an order tries and looks for besides: its files, and cells that would tell of few people."""

import pytest
from markupsafe import escape

from dashboard.reports import carry_out_order
from dashboard.reports.forms import Form
from dashboard.reports.pack import Taken
from dashboard.server.reporting import editions
from data.editions.orders import find
from data.returns.problems import RefusedError
from tests.editions.orders.order_states import interrupted, name_of

pytestmark = pytest.mark.usefixtures("few_figures")


def files(**made):
    return {
        name: Form(name.title(), f"{name}.txt", "text/plain", make) for name, make in made.items()
    }


def refused(*_args):
    raise RefusedError("It can't be made here.", "Print the page.")


def test_an_edition_s_page_names_what_failed_and_how_large_each_file_is(
    ask, of_pages, person, monkeypatch
):
    whole = lambda *_args: Taken(b"x" * 2048)  # noqa: E731
    partly = lambda *_args: Taken(b"x" * 10, ("Regions",))  # noqa: E731
    tried = files(slides=whole, printed=partly, profiles=refused, workbook=lambda *_args: 1 / 0)
    monkeypatch.setattr(carry_out_order, "FORMS", tried)
    browser, address = ask()
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    page = browser.get("/reports/1").text
    assert "Slides (PowerPoint)</a>, 2.0 kB" in page
    assert "When it was made, this failed: Regions. The rest is complete." in page
    assert "It can&#39;t be made here. Print the page." in page
    assert "When it was made, this failed: Workbook." in page


@pytest.mark.usefixtures("no_files")
def test_cells_at_risk_are_looked_for_when_an_edition_is_made(ask, of_pages, monkeypatch):
    browser, address = ask()
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    told = find(of_pages.engine, name_of(address)).risks
    monkeypatch.setattr(editions, "of_edition", interrupted)
    page = browser.get("/reports/1").text
    assert told
    assert [cell for cells in told.values() for cell in cells if escape(cell) not in page] == []


def test_an_edition_that_is_kept_stays_whatever_fails_afterwards(
    ask, of_pages, monkeypatch, caplog
):
    browser, address = ask()
    monkeypatch.setattr(carry_out_order, "of_edition", lambda *_args: 1 / 0)
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    order = find(of_pages.engine, name_of(address))
    assert (order.edition, order.problem, bool(order.ended_at)) == (1, None, True)
    assert browser.get(address).headers["Location"] == "/reports/1?done=made"
    assert "its files were not tried when it was made" in browser.get("/reports/1").text
    assert "ZeroDivisionError" in caplog.text


def test_an_edition_s_page_says_that_files_are_being_tried(ask, of_pages, monkeypatch):
    browser, address = ask()
    monkeypatch.setattr(carry_out_order, "FORMS", files(slides=interrupted))
    with pytest.raises(KeyboardInterrupt):
        carry_out_order.carry_out(of_pages.engine, name_of(address))
    assert browser.get(address).headers["Location"] == "/reports/1?done=made"
    assert "Each file is being tried" in browser.get("/reports/1").text
