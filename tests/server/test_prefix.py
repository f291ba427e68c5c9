"""The service under a path of somebody else's host: every link leads within it."""

import re
from html import unescape

import pytest
from flask import Flask

from app import create_app
from dashboard import ids
from dashboard.server.prefix import live_within
from dashboard.settings import Settings, SettingsError
from layouts.pages import PAGES
from layouts.static_parts import static_children
from tests.support.application import SAME_ORIGIN, question

PREFIX = "/partnership"
PAGE = {"Accept": "text/html"}
ADDRESS = re.compile(r'\b(?:href|src|action|data-from)=\\?"(/[^"\\]*)')
IN_JSON = re.compile(r'["`](?:href|src|action|data-from)["`]: ?["`](/[^"`\\]*)')


@pytest.fixture
def within(sqlite_url):
    settings = Settings(sqlite_url, open_access=True, url_prefix=PREFIX)
    return create_app(settings).server.test_client()


def drawn(client, path):
    body = question(path)
    # As a browser writes it.
    body["inputs"] = [
        {"id": one["id"], "property": one["property"], "value": one["value"]}
        for one in body["inputs"]
    ]
    text = client.application.json.dumps(body, sort_keys=False, separators=(",", ":"))
    sent = {"Content-Type": "application/json", **SAME_ORIGIN}
    return client.post(f"{PREFIX}/_dash-update-component", data=text, headers=sent)


@pytest.mark.parametrize("path", ["/sign-in", "/", "/help", "/actions/", "/placements/none"])
def test_every_address_of_a_document_is_within_it(within, path):
    answer = within.get(f"{PREFIX}{path}", headers=PAGE)
    found = ADDRESS.findall(answer.text)
    assert found
    assert [one for one in found if not one.startswith(f"{PREFIX}/")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_address_of_a_page_is_within_it(within, page):
    answer = drawn(within, f"{PREFIX}{page.path}")
    assert answer.status_code == 200
    found = IN_JSON.findall(answer.text.replace("\\u002f", "/"))
    assert found
    assert [one for one in found if not one.startswith(f"{PREFIX}/")] == []


@pytest.mark.parametrize("mark", ['"', "`"])
def test_words_that_look_like_an_address_stay_as_they_are(mark):
    server = Flask(__name__)
    words = f"{mark}href{mark}:{mark}/x{mark}"
    server.add_url_rule("/_dash-words", "words", lambda: static_children(words))
    live_within(server, PREFIX)
    assert server.test_client().get("/_dash-words").get_json() == static_children(words)


def test_a_page_is_known_by_its_address_within_it(within):
    title = drawn(within, f"{PREFIX}/placements").get_json()["response"][ids.ANSWER]["data"]
    assert "Nothing here" not in str(title)
    assert "Placements" in str(title)


def test_the_first_page_may_go_without_its_slash(within):
    assert drawn(within, PREFIX).text == drawn(within, f"{PREFIX}/").text


def test_what_a_document_asks_for_is_there(within):
    text = unescape(within.get(f"{PREFIX}/", headers=PAGE).text)
    files = re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css)[^"]*)"', text)
    assert files
    assert {within.get(file).status_code for file in files} == {200}


def test_one_is_led_on_within_it(sqlite_url):
    settings = Settings(sqlite_url, production=True, secret_key="k", url_prefix=PREFIX)
    client = create_app(settings).server.test_client()
    answer = client.get(f"{PREFIX}/placements?year=2025/26", headers=PAGE)
    assert answer.headers["Location"] == f"{PREFIX}/sign-in?next=/placements%3Fyear%3D2025/26"


def test_whoever_runs_it_may_ask_without_it(within):
    assert within.get("/healthz/live").status_code == 200


def test_without_one_nothing_is_changed(application):
    text = application.server.test_client().get("/", headers=PAGE).text
    assert 'src="/assets/scripts.js' in text
    assert "data-base" not in text


@pytest.mark.parametrize("prefix", ["partnership", "/", "/a/", "/a b", '/"', "//a"])
def test_what_is_no_prefix_is_refused(prefix):
    with pytest.raises(SettingsError, match="write it like /partnership"):
        Settings.from_environment({"DATABASE_URL": "sqlite://", "URL_PREFIX": prefix})


def test_the_public_address_must_hold_it():
    environment = {"DATABASE_URL": "sqlite://", "URL_PREFIX": PREFIX}
    with pytest.raises(SettingsError, match="PUBLIC_URL does not end with /partnership"):
        Settings.from_environment(environment | {"PUBLIC_URL": "https://host.example"})
    assert Settings.from_environment(environment).public_url.endswith(PREFIX)
