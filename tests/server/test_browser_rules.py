"""The rules for browsers are on every answer, and requests of other sites are refused."""

import pytest

from tests.support.application import question

UPDATE = "/_dash-update-component"
HERE = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
ANSWERS = {
    "a page": ("get", "/", 200),
    "a style sheet": ("get", "/assets/written/style.css", 200),
    "an unknown file": ("get", "/assets/nothing.css", 404),
    "an unknown page": ("get", "/nothing", 404),
    "a refused method": ("delete", "/", 403),
    "a broken request": ("post", UPDATE, 403),
    "health": ("get", "/healthz/live", 200),
    "an unknown download": ("get", "/download/placements/nothing.csv", 404),
}
RULES = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


@pytest.mark.parametrize(("method", "address", "status"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_bears_the_rules(application, method, address, status):
    with application.server.test_client().open(address, method=method) as response:
        policy = response.headers["Content-Security-Policy"]
        kept = {name: response.headers[name] for name in RULES}
    assert (response.status_code, kept, policy[:18]) == (status, RULES, "default-src 'self'")


def test_a_fault_bears_the_rules_and_tells_nothing_of_the_inside(application, monkeypatch):
    def fail(*_):
        raise RuntimeError("something of the inside")

    monkeypatch.setattr("callbacks.pages.Drawing.answer", fail)
    response = application.server.test_client().post(UPDATE, json=question("/"), headers=HERE)
    assert response.status_code == 500
    assert [part in response.text for part in ("Traceback", "of the inside")] == [False, False]
    assert "Content-Security-Policy" in response.headers


def test_only_own_scripts_may_run(application):
    policy = application.server.test_client().get("/").headers["Content-Security-Policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert "unsafe" not in scripts


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_of_another_site_is_refused(application, site):
    headers = {"Sec-Fetch-Site": site}
    response = application.server.test_client().post(UPDATE, json={}, headers=headers)
    assert response.status_code == 403


def test_a_request_from_another_origin_is_refused(application):
    headers = {"Origin": "http://elsewhere.example"}
    response = application.server.test_client().post(UPDATE, json={}, headers=headers)
    assert response.status_code == 403


def test_a_request_that_says_nothing_of_its_origin_is_refused(application):
    assert application.server.test_client().post(UPDATE, json={}).status_code == 403


def test_a_form_is_refused(application):
    response = application.server.test_client().post(UPDATE, data={"a": "b"}, headers=HERE)
    assert response.status_code == 415


def test_a_file_named_by_its_content_is_kept_for_a_year(application):
    with application.server.test_client().get("/assets/written/style.css?m=1") as response:
        assert "immutable" in response.headers["Cache-Control"]


def test_figures_are_kept_by_nobody(application):
    assert application.server.test_client().get("/").headers["Cache-Control"] == "no-store"
