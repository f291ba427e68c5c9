"""Prometheus reads what the service does, and nobody else does."""

from datetime import date

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app import create_app
from dashboard.settings import Settings
from data.service_status import service_status
from tests import factories
from tests.support.application import SAME_ORIGIN, question

KNOWN = "of-whoever-watches"
KNOWS = {"Authorization": f"Bearer {KNOWN}"}


@pytest.fixture
def watched(sqlite_url):
    settings = Settings(sqlite_url, open_access=True, metrics_token=KNOWN)
    return create_app(settings).server.test_client()


def samples(client):
    """The value of each sample that is told, by its name and labels."""
    text = client.get("/metrics", headers=KNOWS).text
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_without_a_token_of_its_own_nobody_reads_them(application):
    answer = application.server.test_client().get("/metrics", headers={"Authorization": "Bearer "})
    assert answer.status_code == 404


@pytest.mark.parametrize("said", [None, "Bearer", f"Basic {KNOWN}", "Bearer wrong", "Bearer é"])
def test_who_does_not_know_the_token_is_refused(watched, said):
    headers = {"Authorization": said} if said else {}
    assert watched.get("/metrics", headers=headers).status_code == 401


def test_a_request_is_counted_by_the_form_of_its_address(watched):
    watched.get("/welcome/secret")
    watched.get("/welcome/another")
    found = samples(watched)
    assert found["partnership_requests_total", "GET", "/welcome/<secret>", "410"] == 2
    assert found["partnership_request_seconds_count", "/welcome/<secret>"] == 2


def test_what_nobody_has_an_address_for_counts_as_one(watched):
    for path in ("/nonsense", "/more/nonsense"):
        watched.get(path)
    assert samples(watched)["partnership_request_seconds_count", "another page"] == 2


@pytest.mark.parametrize(
    ("path", "page"), [("/placements", "/placements"), ("/partners/none", "/partners")]
)
def test_what_pages_ask_is_counted_by_page(watched, path, page):
    answer = watched.post("/_dash-update-component", json=question(path), headers=SAME_ORIGIN)
    assert answer.status_code == 200
    assert samples(watched)["partnership_callback_seconds_count", page] == 1


def test_it_is_counted_whether_a_page_was_drawn_already(watched):
    for _ in range(3):
        watched.post("/_dash-update-component", json=question("/"), headers=SAME_ORIGIN)
    found = samples(watched)
    name = "partnership_page_cache_looks_total"
    assert (found[name, "drawn"], found[name, "found"]) == (1, 2)


def test_statements_are_counted_by_kind(watched):
    watched.get("/data-version")
    first = samples(watched)["partnership_statement_seconds_count", "read"]
    assert samples(watched)["partnership_statement_seconds_count", "read"] > first > 0


def test_the_state_of_the_data_is_told(watched, holding):
    before = samples(watched)["partnership_data_version",]
    holding(factories.data_version(before + 7))
    found = samples(watched)
    assert (found["partnership_data_version",], found["partnership_ready",]) == (before + 7, 1)


def test_a_database_that_is_away_is_told_and_the_rest_still_is():
    lost = Settings("postgresql://nobody@127.0.0.1:1/nothing", metrics_token=KNOWN)
    found = samples(create_app(lost).server.test_client())
    assert found["partnership_ready",] == 0
    assert ("partnership_data_version",) not in found
    assert found["partnership_requests_total", "GET", "/healthz/live", "200"] == 1


def test_returns_are_told_by_state(engine, given):
    given(*factories.reference(), factories.period(), factories.return_state("riverside"))
    found = service_status(engine, date(2026, 12, 31))
    assert (found.returns, found.late) == ({"submitted": 1, "not_started": 1}, 1)


def test_uploads_are_told_by_whether_they_stand(engine, given):
    given(factories.upload(), factories.upload(undone_at=factories.NOW, undone_by="Sam"))
    assert service_status(engine, date(2026, 2, 1)).uploads == {"stands": 1, "undone": 1}
