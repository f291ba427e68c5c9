"""A10: every answer carries the browser's rules, and nothing that another site sends is taken."""

import pytest

from tests.promises.asking import UPDATE
from tests.promises.conftest import HOME
from tests.support.people import FROM_HERE, SAFE

ERRORS = {
    "401": lambda b: b.client.application.test_client().get("/_dash-layout", base_url=SAFE),
    "403": lambda b: b.get("/admin/"),
    "404": lambda b: b.get(f"{HOME}/moon/"),
    "413": lambda b: b.post("/sign-in", b"x" * 8_000_000, content_type="application/json"),
    "415": lambda b: b.post(UPDATE, b"x", content_type="text/plain"),
    "200 page": lambda b: b.get("/placements"),
    "200 form": lambda b: b.get(HOME),
}


RULES = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
)


def bears_the_rules(answer):
    policy = answer.headers["Content-Security-Policy"].split("; ")
    (scripts,) = [rule for rule in policy if rule not in RULES]
    assert scripts.startswith("script-src 'self' 'sha256-")
    assert "unsafe" not in scripts
    assert set(policy) == {*RULES, scripts}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(("status", "ask"), ERRORS.items(), ids=ERRORS)
def test_a10_every_answer_carries_the_browser_s_rules(service, person, status, ask):
    answer = ask(person("coordinator", "organisation:riverside"))
    assert answer.status_code == int(status.split()[0])
    bears_the_rules(answer)


def test_a10_a_fault_carries_the_browser_s_rules(service, person, monkeypatch):
    def broken(*_):
        raise ValueError

    monkeypatch.setitem(service.server.view_functions, "update.one", broken)
    answer = person("coordinator", "organisation:riverside").get(HOME)
    assert answer.status_code == 500
    bears_the_rules(answer)


@pytest.mark.parametrize("site", ["cross-site", "same-site", None])
@pytest.mark.parametrize("path", [UPDATE, f"{HOME}/offers/row", "/sign-in", "/sign-out"])
def test_a10_what_another_site_sends_is_refused(service, person, business, path, site):
    browser, before = person("coordinator", "organisation:riverside"), business()
    told = {name: value for name, value in FROM_HERE.items() if not name.startswith(("O", "S"))}
    told |= {"Sec-Fetch-Site": site} if site else {}
    answer = browser.client.post(path, data={}, base_url=SAFE, headers=told)
    assert (answer.status_code, business()) == (403, before)
