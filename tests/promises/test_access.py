"""A3 to A6: nobody reads or writes beyond their right, on either database."""

import pytest
from sqlalchemy import select

from app import create_app
from data.changes import people, undo
from data.changes.rows import Edit, Place, save
from data.engine import reading
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.schema import AUDIT
from tests import factories
from tests.changes.conftest import by
from tests.promises.asking import UPDATE, grid
from tests.promises.conftest import HOME
from tests.support.people import AUTHOR, said

COMMENTS = "/comments/placements/by-term"
EDITION = {"title": "x", "readers": "steering_group", "partnership": "north", "seen": "0"}
DEFINITION = {"code": "x", "name": "x", "audience": "funder", "title": "x", "place:about": "1"}
SPOKEN = {"report": "steering-group", "partnership": "north", "comment": "1", "words": "x"}


def denied(engine):
    with reading(engine) as connection:
        return connection.execute(select(AUDIT.c.who).where(AUDIT.c.table == "denied")).all()


THEIRS = {
    "action": lambda b, s: b.post("/actions/1", {"version": "1", "state": "done"}),
    "action of another": lambda b, s: b.post("/actions/", {"partnership": "south", "words": "x"}),
    "grid": lambda b, s: b.send(UPDATE, grid(s, path="/update/north/northern/placements/grid")),
    "grid of nobody": lambda b, s: b.send(UPDATE, grid(s, path="/update/x/y/offers/grid")),
    "form": lambda b, s: b.post("/update/north/northern/placements/row", {"row": "1"}),
    "undo": lambda b, s: b.post(f"{HOME}/undo", {"change": "99"}),
    "undo of a file": lambda b, s: b.post(f"{HOME}/undo", {"upload": "99"}),
    "file": lambda b, s: b.post("/update/north/northern/file", {"rows": "x", "sheet": "offers"}),
    "matching": lambda b, s: b.post(f"{HOME}/file/match", {"token": "x"}),
    "confirmation": lambda b, s: b.post(f"{HOME}/file/confirm", {"token": "x"}),
    "reason": lambda b, s: b.post(f"{HOME}/reason", {"query": "99", "reason": "x"}),
    "template": lambda b, s: b.get("/update/north/northern/template.xlsx"),
    "history": lambda b, s: b.get("/update/north/northern/placements/history?row=1"),
    "comment": lambda b, s: b.post(f"{COMMENTS}?partnership=south", {"words": "x"}),
    "comments": lambda b, s: b.get(f"{COMMENTS}?partnership=south"),
    "change of a comment": lambda b, s: b.post(
        f"{COMMENTS}/change?partnership=north", {"comment": "99", "version": "1", "words": "x"}
    ),
    "edition": lambda b, s: b.get("/reports/99"),
    "workbook of an edition": lambda b, s: b.get("/reports/99/workbook.xlsx"),
    "bundle of an edition": lambda b, s: b.get("/reports/99/bundle.zip"),
    "edition of another": lambda b, s: b.post("/reports/", EDITION | {"partnership": "south"}),
    "revision of another": lambda b, s: b.get("/reports/new?revises=99"),
    "report definition": lambda b, s: b.post("/reports/definitions/", DEFINITION),
    "commentary": lambda b, s: b.get("/reports/commentary/?report=funder&partnership=south"),
    "draft of commentary": lambda b, s: b.post("/reports/commentary/draft", SPOKEN),
    "confirmation of commentary": lambda b, s: b.post("/reports/commentary/confirm", SPOKEN),
    "withdrawal of commentary": lambda b, s: b.post("/reports/commentary/withdraw", SPOKEN),
    "view": lambda b, s: b.post("/views/rename", {"view": "99", "name": "x"}),
    "token": lambda b, s: b.post("/account/tokens/revoke", {"token": "99"}),
    "end of a view": lambda b, s: b.post("/views/delete", {"view": "99"}),
}


@pytest.mark.parametrize("ask", THEIRS.values(), ids=THEIRS)
def test_a3_what_is_another_s_is_refused_noted_and_untold(service, person, business, engine, ask):
    browser, before = person("coordinator", "organisation:riverside"), business()
    answer = ask(browser, service)
    assert (answer.status_code, business()) == (403, before)
    assert [line.who for line in denied(engine)] == ["coordinator0@example.org"]
    assert "northern" not in answer.text.casefold()


@pytest.mark.parametrize(
    ("there", "nowhere"),
    [
        ("/update/north/northern/placements/history?row=1", "/update/x/y/placements/history?row=9"),
        ("/update/north/northern/template.xlsx", "/update/x/y/template.xlsx"),
        ("/update/north/northern/placements/row?row=1", "/update/x/y/placements/row?row=9"),
    ],
)
def test_a3_what_is_there_and_what_is_not_are_refused_alike(person, there, nowhere):
    browser = person("coordinator", "organisation:riverside")
    answers = [browser.get(path) for path in (there, nowhere)]
    assert answers[0].status_code == answers[1].status_code == 403
    assert said(answers[0]) == said(answers[1])


@pytest.fixture
def change_of_theirs(engine, service):
    """The number of a change that somebody made of the university's rows."""
    rows = [texts(SHEETS["placements"], factories.valid_row("placements", ref="P2"))]
    place = Place("placements", "north", "northern")
    save(engine, Edit(place, None, None, rows[0], "theirs"), by("manager"))
    return undo.last_of(engine, by("manager"), "placements", "north", "northern")


@pytest.mark.parametrize("number", ["theirs", "99999"])
def test_a3_a_change_of_another_s_rows_is_not_undone(person, business, change_of_theirs, number):
    browser, before = person("coordinator", "organisation:riverside"), business()
    change = change_of_theirs if number == "theirs" else number
    answer = browser.post(f"{HOME}/undo", {"change": change})
    assert (answer.status_code, business()) == (403, before)


def test_a3_another_s_row_is_not_found_among_one_s_own(service, person, business):
    browser, before = person("coordinator", "organisation:northern"), business()
    home = "/update/north/northern/offers/grid"
    browser.send(UPDATE, grid(service, path=home))
    assert business() == before


WRITES = {
    "action": lambda b, s: b.post("/actions/", {"partnership": "north", "words": "x"}),
    "meeting": lambda b, s: b.post("/actions/meeting", {"partnership": "north", "words": "x"}),
    "grid": lambda b, s: b.send(UPDATE, grid(s)),
    "form": lambda b, s: b.post(f"{HOME}/offers/row", {"row": "1", "version": "1"}),
    "void": lambda b, s: b.post(f"{HOME}/offers/void", {"row": "1", "version": "1", "reason": "x"}),
    "file": lambda b, s: b.post(f"{HOME}/file", {"rows": "x", "sheet": "offers"}),
    "return": lambda b, s: b.post(f"{HOME}/return", {"period": "2025/26 Q1", "step": "submit"}),
    "account": lambda b, s: b.post("/admin/people/", {"email": "x@y.z", "role": "administrator"}),
    "setting": lambda b, s: b.post("/admin/setting", {"key": "currency_months", "value": "1"}),
    "reminder": lambda b, s: b.post("/update/partners/north/riverside", {"text": "x"}),
    "comment": lambda b, s: b.post(f"{COMMENTS}?partnership=north", {"words": "x"}),
    "edition": lambda b, s: b.post("/reports/", EDITION),
    "report definition": lambda b, s: b.post("/reports/definitions/", DEFINITION),
    "draft of commentary": lambda b, s: b.post("/reports/commentary/draft", SPOKEN),
    "commentary": lambda b, s: b.post("/reports/commentary/confirm", SPOKEN),
    "withdrawal of commentary": lambda b, s: b.post("/reports/commentary/withdraw", SPOKEN),
}


@pytest.mark.parametrize("role", ["viewer", "funder"])
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a4_a_viewer_who_replays_a_write_changes_nothing(service, person, business, role, write):
    browser, before = person(role, "partnership:north"), business()
    assert write(browser, service).status_code == 403
    assert business() == before


def test_a5_a_forged_trigger_confirms_nothing(service, person, business):
    browser, before = person("coordinator", "organisation:riverside"), business()
    answers = [
        browser.send(UPDATE, grid(service, trigger="confirm-delete.n_clicks")),
        browser.post(f"{HOME}/file/confirm", {"token": ""}),
        browser.post(f"{HOME}/file/confirm", {}),
    ]
    assert [answer.status_code for answer in answers] == [400, 403, 403]
    assert business() == before


TAKEN = {
    "role": lambda engine: people.set_role(engine, AUTHOR, "coordinator0@example.org", "viewer"),
    "scope": lambda engine: people.set_scopes(engine, AUTHOR, "coordinator0@example.org", []),
    "account": lambda engine: people.disable(engine, AUTHOR, "coordinator0@example.org"),
}


@pytest.mark.parametrize("take", TAKEN.values(), ids=TAKEN)
def test_a6_what_is_taken_is_gone_with_the_next_request_in_every_process(
    settings, service, person, engine, take
):
    scope = "organisation:riverside"
    browsers = [
        person("coordinator", scope),
        person("coordinator", scope, application=create_app(settings)),
    ]
    assert [browser.get(HOME).status_code for browser in browsers] == [200, 200]
    take(engine)
    assert {browser.get(HOME).status_code for browser in browsers} <= {303, 403}
