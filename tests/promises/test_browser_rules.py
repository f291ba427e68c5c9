"""A10: every answer carries the browser's rules, and nothing that another site sends is taken."""

import pytest

from tests.promises.asking import UPDATE
from tests.promises.conftest import HOME
from tests.support.people import FROM_HERE, SAFE

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
