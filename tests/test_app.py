"""The application as a whole: it starts, more than once, and for many at once."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from app import create_app
from dashboard.settings import Settings
from layouts.pages import PAGES

FIRST = ["/", "/_dash-layout", "/_dash-dependencies", "/placements"]


def statuses(application, paths):
    """What many are answered who ask at the same time."""

    def ask(path):
        with application.server.test_client().get(path) as response:
            return response.status_code

    with ThreadPoolExecutor(len(paths)) as people:
        return set(people.map(ask, paths))


def test_the_first_who_come_at_once_are_all_answered(application):
    assert statuses(application, FIRST * 6) == {200}


def test_it_is_set_up_before_anybody_comes(application):
    # Dash would begin with the first request, and answer a second one out of the half of it.
    assert application._got_first_request["setup_server"]


def test_a_second_application_in_the_process_works_too(application, sqlite_url):
    second = create_app(Settings(sqlite_url, open_access=True))
    assert statuses(application, FIRST) | statuses(second, FIRST) == {200}


def test_a_second_application_has_the_same_callbacks(application, sqlite_url):
    second = create_app(Settings(sqlite_url, open_access=True))
    assert set(second.callback_map) == set(application.callback_map) != set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_page_is_answered_and_its_like_is_not(application, page):
    client = application.server.test_client()
    answers = [client.get(path).status_code for path in (page.path, f"{page.path}x")]
    assert answers == [200, 404]


def test_its_frame_tells_no_figures_and_no_names(application, holding):
    layout = application.server.test_client().get("/_dash-layout").text
    assert ("data-value" in layout, '"answer"' in layout) == (False, True)


def test_it_offers_nothing_that_nobody_asked_for(application):
    offered = {rule.rule for rule in application.server.url_map.iter_rules()}
    assert [rule for rule in offered if re.search("[/_-](mcp|ws|job)", rule)] == []


def test_a_web_server_finds_it_under_its_usual_name(sqlite_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    import app  # noqa: PLC0415 - as a web server does it

    assert app.server.test_client().get("/healthz/ready").status_code == 200
