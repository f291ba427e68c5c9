"""An edition is made apart from the request that asks for it, which is told how far it is."""

from datetime import UTC, datetime, timedelta

import pytest
from markupsafe import escape
from sqlalchemy import update

from dashboard.reports import carry_out_order
from dashboard.reports.forms import Form
from dashboard.reports.pack import Taken
from dashboard.server.reporting import background, editions
from data.changes import orders, people
from data.changes.author import Author
from data.editions.orders import COMING, SILENT, find, unfinished
from data.engine import writing
from data.people.person import find as find_person
from data.returns.problems import RefusedError
from data.schema import EDITION_ORDER
from tests import factories
from tests.editions.conftest import wanted
from tests.editions.test_pages import FORM, hidden
from tests.support.people import AUTHOR, said

pytestmark = pytest.mark.usefixtures("few_figures")
SECOND = timedelta(seconds=1)
LOOK_AGAIN = "/reports/new?step=2&amp;title=Steering+group&amp;readers=steering_group"


@pytest.fixture
def begun(monkeypatch):
    """Which orders a process was begun for; none is carried out by itself."""
    found = []
    monkeypatch.setattr(background, "start", lambda _engine, name: found.append(name))
    return found


@pytest.fixture
def ask(person, begun):
    """Has a manager's browser ask for an edition: gives the browser, and the order's address."""

    makers = []

    def one(**changes):
        makers[:] = makers or [person()]
        (browser,) = makers
        form = hidden(browser.post("/reports/new", FORM | changes))
        return browser, browser.post("/reports/", form).headers["Location"]

    return one


@pytest.fixture
def no_files(monkeypatch):
    """No file of an edition is tried."""
    monkeypatch.setattr(carry_out_order, "FORMS", {})


def name_of(address):
    return address.rpartition("/")[2]


def past(engine, since):
    """Have everybody be silent about every order for so long."""
    with writing(engine) as connection:
        connection.execute(update(EDITION_ORDER).values(heard_at=datetime.now(UTC) - since))


@pytest.mark.usefixtures("no_files")
def test_an_order_says_how_far_it_is_and_leads_to_its_edition(ask, of_pages, monkeypatch):
    browser, address = ask(readers="funder_rounded")
    before = browser.get(address).text
    seen = []

    def make(*args):
        args[-1].tell("protection", 3, 12)
        seen.append(browser.get(address).text)
        return as_it_is(*args)

    as_it_is = carry_out_order.make
    monkeypatch.setattr(carry_out_order, "make", make)
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    after = browser.get(address)
    assert "<strong>Waiting to begin</strong>" in before
    assert "<strong>Finding what would tell of few people</strong>: 3 of 12" in seen[0]
    assert '<progress aria-labelledby="how-far" max="12" value="3">' in seen[0]
    assert "Working out every figure: done" in seen[0]
    assert (after.status_code, after.headers["Location"]) == (303, "/reports/1?done=made")


def test_reports_list_what_is_on_its_way(ask):
    browser, address = ask()
    assert f'<a href="{address}">Steering group</a>, asked for' in browser.get("/reports/").text


def test_the_same_wish_sent_twice_is_begun_once(person, begun):
    browser = person()
    form = hidden(browser.post("/reports/new", FORM))
    first, second = [browser.post("/reports/", form).headers["Location"] for _ in range(2)]
    assert (first, begun) == (second, [name_of(first)])


@pytest.mark.parametrize("role", ["manager", "funder", "viewer"])
def test_another_s_order_is_refused_like_one_that_never_was(ask, account, browser_of, role):
    _, address = ask()
    browser = browser_of(account(role, "partnership:north", email="another@example.org"))
    answers = [browser.get(path) for path in (address, "/reports/orders/none")]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert said(answers[0]) == said(answers[1])


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


def interrupted(*_args):
    raise KeyboardInterrupt


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


def test_who_lost_the_right_meanwhile_gets_none(ask, of_pages):
    _, address = ask()
    people.set_role(of_pages.engine, AUTHOR, "manager@example.org", "viewer")
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    found = find(of_pages.engine, name_of(address))
    assert found.problem.startswith("You may not make editions of these partnerships any more")
    assert of_pages.all() == []


def test_what_changed_meanwhile_is_looked_at_again_with_the_form_filled(ask, of_pages, holding):
    browser, address = ask()
    holding(factories.data_version(7))
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    page = browser.get(address).text
    assert "Somebody changed the data since you looked; no edition was made." in page
    assert LOOK_AGAIN in page
    assert of_pages.all() == []


@pytest.mark.usefixtures("no_files")
def test_what_another_partnership_saves_meanwhile_hinders_nobody(ask, of_pages):
    _, address = ask()
    touched = factories.touched(1, sheet="demand", owner="southern")
    with writing(of_pages.engine) as connection:
        for statement in (factories.data_version(1), touched):
            connection.execute(statement)
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    assert [each.data_version for each in of_pages.all()] == [1]


def test_a_fault_is_told_in_words_and_logged(ask, of_pages, monkeypatch, caplog):
    browser, address = ask()
    monkeypatch.setattr(carry_out_order, "make", lambda *_args: 1 / 0)
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    assert "Something went wrong on the server; no edition was made." in browser.get(address).text
    assert "Steering group" in browser.get("/reports/").text
    assert "ZeroDivisionError" in caplog.text


def test_more_than_three_at_once_are_refused_and_nothing_typed_is_lost(ask):
    for _ in range(3):
        browser, _ = ask()
    form = hidden(browser.post("/reports/new", FORM | {"title": "A fourth"}))
    answer = browser.post("/reports/", form)
    assert answer.status_code == 422
    assert "Three editions are being made already." in answer.text
    assert 'value="A fourth"' in answer.text


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
