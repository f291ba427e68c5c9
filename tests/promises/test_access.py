"""A1 to A10: nobody gets in, reads or writes beyond their right, on either database."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app import create_app
from dashboard import ids
from dashboard.server import passwords
from dashboard.server.security import OPEN_TO_ALL
from dashboard.settings import Settings
from data.changes import credentials, people
from data.engine import reading
from data.schema import AUDIT, METADATA
from data.schema.people import ROLES
from tests import factories
from tests.support.application import KEY, on_the_grid, question
from tests.support.people import AUTHOR, FROM_HERE, SAFE, Browser

PASSWORD = "three unrelated words"  # noqa: S105 - of the tests
HOME = "/update/north/riverside"
COMMENTS = "/comments/placements/by-term"
GRID = f"{HOME}/offers/grid"
UPDATE = "/_dash-update-component"
# Not what somebody could have changed: who is signed in, and what was refused.
ASIDE = {"app_session", "app_user", "user_scope", "audit", "sign_in_try"}


@pytest.fixture
def settings(database_url):
    return Settings(database_url, production=True, secret_key=KEY)


@pytest.fixture
def service(settings, engine, given, monkeypatch):
    """The service in production, on two partners with an open return."""
    # Whoever made the engine closes its connections, too.
    monkeypatch.setattr("app.make_engine", lambda _url: engine)
    today = date.today()
    given(
        *factories.reference(),
        factories.period(
            "2025/26 Q1",
            starts_on=today - timedelta(days=100),
            ends_on=today - timedelta(days=10),
            opens=today - timedelta(days=20),
            due=today + timedelta(days=10),
        ),
        factories.offer(ref="O1"),
        factories.placement(ref="P1"),
    )
    return create_app(settings)


@pytest.fixture
def person(engine, service):
    """Somebody's browser: `person("coordinator", "organisation:riverside")`."""
    made = {}

    def sign_in(role, *scopes, application=service):
        if (role, scopes) not in made:
            pairs = [tuple(scope.split(":")) for scope in scopes]
            new = people.New(f"{role}{len(made)}@example.org", role.capitalize(), role, pairs)
            made[role, scopes] = people.add(engine, AUTHOR, new)
        browser = Browser(application)
        browser.come_in(made[role, scopes])
        browser.user = made[role, scopes]
        return browser

    return sign_in


@pytest.fixture
def business(engine):
    def look():
        with reading(engine) as connection:
            return {
                name: connection.execute(select(table)).all()
                for name, table in METADATA.tables.items()
                if name not in ASIDE
            }

    return look


def denied(engine):
    with reading(engine) as connection:
        return connection.execute(select(AUDIT.c.who).where(AUDIT.c.table == "denied")).all()


def grid(service, **given):
    """What the grid sends when a cell is changed."""
    row = {"id": "1", "version": 1, "places": "9", "ref": "O1", **given.pop("row", {})}
    body = on_the_grid(given.pop("path", GRID), row=row)
    return body | {"changedPropIds": [given.pop("trigger", f"{ids.GRID_SENT}.data")]}


def explain():
    """What opening an explanation sends."""
    where = {"indicator": "demand", "type": ids.WHERE_FROM}
    return {
        "output": '{"indicator":["MATCH"],"type":"where-from-body"}.children',
        "outputs": {
            "id": {"indicator": "demand", "type": "where-from-body"},
            "property": "children",
        },
        "inputs": [{"id": where, "property": "n_clicks", "value": 1}],
        "state": [
            {"id": where, "property": "id", "value": where},
            {"id": ids.ADDRESS, "property": "search", "value": ""},
        ],
        "changedPropIds": [],
    }


def test_a1_every_route_is_closed_but_those_with_a_reason(service):
    client = service.server.test_client()
    adapter = service.server.url_map.bind("localhost")
    answers = {}
    for rule in service.server.url_map.iter_rules():
        address = adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, "1"))
        for method in rule.methods - {"OPTIONS"}:
            answer = client.open(address, method=method, base_url=SAFE)
            answers[rule.endpoint, method] = answer.status_code
    open_ones = {endpoint for (endpoint, _), status in answers.items() if status != 401}
    assert open_ones == set(OPEN_TO_ALL)
    assert all(OPEN_TO_ALL.values())


# What each role may ask of each callback: its own partner's rows, another's; a new callback
# without a line fails the test.
VERDICTS = {
    "answer.data": dict.fromkeys(ROLES, 200),
    "where-from-body": dict.fromkeys(ROLES, 200),
    "grid": {**dict.fromkeys(ROLES, 403), "coordinator": 200, "manager": 200, "administrator": 200},
}
BODIES = {
    "answer.data": lambda service: question("/placements"),
    "where-from-body": lambda service: explain(),
    "grid": grid,
}


def test_a2_every_callback_has_a_verdict(service):
    asked = {
        name
        for name, callback in service.callback_map.items()
        if "callback" in callback and callback.get("callback")
    }
    listed = {name for name in asked if any(known in name for known in VERDICTS)}
    assert asked == listed != set()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("callback", VERDICTS)
def test_a2_a_role_gets_the_verdict_that_is_written_down(service, person, callback, role):
    scopes = () if role == "administrator" else ("organisation:riverside",)
    answer = person(role, *scopes).send(UPDATE, BODIES[callback](service))
    assert answer.status_code == VERDICTS[callback][role]


@pytest.mark.parametrize("callback", VERDICTS)
def test_a2_strangers_and_disabled_accounts_get_none(service, person, engine, callback):
    somebody = person("coordinator", "organisation:riverside")
    people.disable(engine, AUTHOR, "coordinator0@example.org")
    for browser in (Browser(service), somebody):
        assert browser.send(UPDATE, BODIES[callback](service)).status_code == 401


THEIRS = {
    "action": lambda b, s: b.post("/actions/1", {"version": "1", "state": "done"}),
    "action of another": lambda b, s: b.post("/actions/", {"partnership": "south", "words": "x"}),
    "grid": lambda b, s: b.send(UPDATE, grid(s, path="/update/north/northern/placements/grid")),
    "grid of nobody": lambda b, s: b.send(UPDATE, grid(s, path="/update/x/y/offers/grid")),
    "form": lambda b, s: b.post("/update/north/northern/placements/row", {"row": "1"}),
    "undo": lambda b, s: b.post(f"{HOME}/undo", {"change": "99"}),
    "undo of a file": lambda b, s: b.post(f"{HOME}/undo", {"upload": "99"}),
    "file": lambda b, s: b.post("/update/north/northern/file", {"rows": "x", "sheet": "offers"}),
    "confirmation": lambda b, s: b.post(f"{HOME}/file/confirm", {"token": "x"}),
    "reason": lambda b, s: b.post(f"{HOME}/reason", {"query": "99", "reason": "x"}),
    "template": lambda b, s: b.get("/update/north/northern/template.xlsx"),
    "history": lambda b, s: b.get("/update/north/northern/placements/history?row=1"),
    "comment": lambda b, s: b.post(f"{COMMENTS}?partnership=south", {"words": "x"}),
    "comments": lambda b, s: b.get(f"{COMMENTS}?partnership=south"),
    "change of a comment": lambda b, s: b.post(
        f"{COMMENTS}/change?partnership=north", {"comment": "99", "version": "1", "words": "x"}
    ),
    "view": lambda b, s: b.post("/views/rename", {"view": "99", "name": "x"}),
    "end of a view": lambda b, s: b.post("/views/delete", {"view": "99"}),
}


@pytest.mark.parametrize("ask", THEIRS.values(), ids=THEIRS)
def test_a3_what_is_another_s_is_refused_noted_and_untold(service, person, business, engine, ask):
    browser, before = person("coordinator", "organisation:riverside"), business()
    answer = ask(browser, service)
    assert (answer.status_code, business()) == (403, before)
    assert [line.who for line in denied(engine)] == ["coordinator0@example.org"]
    assert "northern" not in answer.text.casefold()


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
        browser.send(UPDATE, grid(service, trigger="confirm-delete.n_clicks", row={"id": "x"})),
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


def test_a7_the_key_is_new_when_somebody_comes_in_and_dead_when_they_leave(service, engine):
    number = people.add(engine, AUTHOR, people.New("sam@example.org", "Sam", "viewer"))
    credentials.set_password(engine, AUTHOR, number, passwords.hashed(PASSWORD))
    browser = Browser(service)
    browser.post("/sign-in", {"email": "sam@example.org", "password": PASSWORD})
    copied = browser.cookie
    assert browser.get("/help").status_code == 200
    browser.post("/sign-out")
    browser.client.set_cookie("__Host-session", copied, domain="localhost", secure=True)
    assert browser.get("/help").status_code == 303


def test_a8_a_password_is_kept_by_argon2id_of_the_usual_strength():
    kept = passwords.hashed("дельфины любят чай 🐬" + "x" * 64)
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.fault("x" * 1025, ())


def test_a9_the_fiftieth_wrong_try_from_one_address_has_to_wait(service, monkeypatch):
    monkeypatch.setattr(passwords, "matches", lambda kept, password: False)
    browser = Browser(service)
    statuses = [
        browser.post("/sign-in", {"email": f"{n}@example.org", "password": "x"}).status_code
        for n in range(51)
    ]
    assert (set(statuses[:50]), statuses[50]) == ({401}, 429)


ERRORS = {
    "401": lambda b: b.client.get("/_dash-layout", base_url=SAFE),
    "403": lambda b: b.get("/admin/"),
    "404": lambda b: b.get(f"{HOME}/moon/"),
    "413": lambda b: b.post("/sign-in", b"x" * 8_000_000, content_type="application/json"),
    "415": lambda b: b.post(UPDATE, b"x", content_type="text/plain"),
    "page": lambda b: b.get("/placements"),
    "form": lambda b: b.get(HOME),
}


@pytest.mark.parametrize("ask", ERRORS.values(), ids=ERRORS)
def test_a10_every_answer_carries_the_browser_s_rules(service, person, ask):
    answer = ask(person("coordinator", "organisation:riverside"))
    policy = answer.headers["Content-Security-Policy"]
    for rule in ("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "unsafe-eval" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("site", ["cross-site", "same-site", None])
@pytest.mark.parametrize("path", [UPDATE, f"{HOME}/offers/row", "/sign-in", "/sign-out"])
def test_a10_what_another_site_sends_is_refused(service, person, business, path, site):
    browser, before = person("coordinator", "organisation:riverside"), business()
    told = {name: value for name, value in FROM_HERE.items() if not name.startswith(("O", "S"))}
    told |= {"Sec-Fetch-Site": site} if site else {}
    answer = browser.client.post(path, data={}, base_url=SAFE, headers=told)
    assert (answer.status_code, business()) == (403, before)
