"""Files and answers go compressed, and no file is compressed twice."""

import flask_compress.flask_compress as inside
import pytest

from dashboard.server import compression
from tests.support.application import SAME_ORIGIN, question

STYLE = "/assets/written/style.css?m=1"
SCRIPTS = "/assets/scripts.js"
BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@pytest.fixture
def client(application):
    return application.server.test_client()


@pytest.fixture
def packed(monkeypatch):
    """How many times something was compressed."""
    times = []
    plain = inside._compress_data
    monkeypatch.setattr(inside, "_compress_data", lambda *what: times.append(1) or plain(*what))
    return times


@pytest.mark.parametrize(
    ("accepted", "sent"), [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("", None)]
)
def test_a_file_goes_as_small_as_the_browser_can_take_it(client, accepted, sent):
    response = client.get(STYLE, headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == sent


def test_a_file_is_compressed_once(client, packed):
    answers = {client.get(STYLE, headers=BROWSER).data for _ in range(3)}
    assert (len(answers), len(packed)) == (1, 1)


def test_an_answer_is_never_somebody_elses(client, packed):
    client.get("/_dash-layout", headers=BROWSER)
    client.get("/_dash-layout", headers=BROWSER)
    assert len(packed) == 2


def test_a_part_of_a_file_is_not_taken_for_the_whole(client):
    client.get(STYLE, headers=BROWSER | {"Range": "bytes=0-999"})
    whole = client.get(STYLE).data
    response = client.get(STYLE, headers={"Accept-Encoding": "gzip"})
    assert (inside._uncompress_data(response.data, "gzip"), len(whole) > 1000) == (whole, True)


def test_made_up_addresses_do_not_fill_the_memory(client, packed):
    for number in range(70):
        client.get(f"{SCRIPTS}?m={number}", headers=BROWSER)
    client.get(f"{SCRIPTS}?m=0", headers=BROWSER)
    client.get(f"{SCRIPTS}?m=69", headers=BROWSER)
    assert len(packed) == 71


def test_the_page_asks_for_the_services_scripts_once(client):
    page = client.get("/").text
    assert (page.count(SCRIPTS), "guard.js" in page) == (1, False)


def test_every_script_of_the_service_is_in_the_one(client):
    joined = client.get(SCRIPTS).text
    assert [name for name in ("filters", "page") if f"dash_clientside, {{ {name}:" in joined] == [
        "filters",
        "page",
    ]


def test_every_file_that_a_page_names_may_be_kept_for_a_year(client):
    links = [
        part.split('"')[1]
        for part in client.get("/").text.replace("src=", "href=").split("href=")[1:]
    ]
    files = [link for link in links if link.startswith("/")]
    kept = [client.get(link).headers["Cache-Control"] for link in files]
    assert (len(kept) > 10, {"max-age=31536000" in rule for rule in kept}) == (True, {True})


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
def test_an_answer_reads_the_same_however_it_goes(client, accepted):
    asked = question("/placements")
    headers = SAME_ORIGIN | {"Accept-Encoding": accepted}
    plain = client.post("/_dash-update-component", json=asked, headers=SAME_ORIGIN)
    sent = client.post("/_dash-update-component", json=asked, headers=headers)
    assert sent.headers.get("Content-Encoding", "") == accepted
    assert "Accept-Encoding" in sent.headers["Vary"]
    assert (inside._uncompress_data(sent.data, accepted) if accepted else sent.data) == plain.data
    assert int(sent.headers["Content-Length"]) == len(sent.data)


@pytest.fixture
def shrunk(monkeypatch):
    """How long each answer was that was compressed."""
    lengths = []
    small = compression.brotli.compress
    monkeypatch.setattr(
        compression.brotli,
        "compress",
        lambda whole, **how: lengths.append(len(whole)) or small(whole, **how),
    )
    return lengths


@pytest.fixture
def asked(client):
    """What is sent for a page, as a browser gets it."""

    def ask(path, search=""):
        headers = SAME_ORIGIN | {"Accept-Encoding": "br"}
        body = question(path, search)
        return client.post("/_dash-update-component", json=body, headers=headers).data

    return ask


def test_the_same_answer_is_compressed_once(asked, shrunk):
    assert (len({asked("/placements") for _ in range(3)}), len(shrunk)) == (1, 1)


def test_an_answer_that_differs_in_anything_is_its_own(asked, shrunk):
    assert asked("/placements") != asked("/placements", "?level=first")
    assert len(shrunk) == 2


def test_long_answers_do_not_fill_the_memory(asked, shrunk, monkeypatch):
    monkeypatch.setattr(compression, "LONGEST", 100)
    assert (asked("/placements") == asked("/placements"), len(shrunk)) == (True, 2)
