"""Before anybody signs in, the service shows nothing but whether it lives."""

import pytest

from dashboard.server.gate import OPEN_TO_ALL
from dashboard.settings import Settings, SettingsError


def addresses(application):
    """An address of every route, its variables filled in."""
    for rule in application.server.url_map.iter_rules():
        values = dict.fromkeys(rule.arguments, "1")
        adapter = application.server.url_map.bind("localhost")
        yield rule.endpoint, adapter.build(rule.endpoint, values), sorted(rule.methods)


def test_every_route_but_health_is_closed(closed):
    client = closed.server.test_client()
    answers = {
        (endpoint, method): client.open(address, method=method).status_code
        for endpoint, address, methods in addresses(closed)
        for method in methods
        if endpoint not in OPEN_TO_ALL and method != "OPTIONS"
    }
    assert {key for key, status in answers.items() if status != 401} == set()


def test_every_refusal_is_in_words(closed):
    client = closed.server.test_client()
    silent = [
        address
        for endpoint, address, methods in addresses(closed)
        if endpoint not in OPEN_TO_ALL and "GET" in methods
        if "Sign in to see this" not in client.get(address).text
    ]
    assert silent == []


@pytest.mark.parametrize("endpoint", sorted(OPEN_TO_ALL))
def test_an_open_route_exists(closed, endpoint):
    assert endpoint in {rule.endpoint for rule in closed.server.url_map.iter_rules()}


@pytest.mark.parametrize(
    ("path", "asked"),
    [("/", "/"), ("/placements?year=2025/26", "/placements%3Fyear%3D2025/26")],
)
def test_a_browser_is_led_to_where_one_signs_in(closed, path, asked):
    response = closed.server.test_client().get(path, headers={"Accept": "text/html"})
    found = (response.status_code, response.headers["Location"])
    assert found == (303, f"/sign-in?next={asked}")


def test_a_stranger_learns_no_version(closed):
    response = closed.server.test_client().get("/sign-in", headers={"Accept": "text/html"})
    assert [name for name in ("4.4.1", "plotly", "python") if name in response.text.lower()] == []


def test_in_development_reading_is_open_on_this_machine(application):
    assert application.server.test_client().get("/").status_code == 200


def test_in_development_another_machine_is_refused(application):
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    response = application.server.test_client().get("/", environ_base=elsewhere)
    assert response.status_code == 401


def test_a_name_that_leads_here_from_elsewhere_is_refused(application):
    response = application.server.test_client().get("/", headers={"Host": "rebound.example"})
    assert response.status_code == 401


def test_a11_production_refuses_to_start_without_a_key():
    with pytest.raises(SettingsError, match="SECRET_KEY is missing"):
        Settings.from_environment({"PARTNERSHIP_ENV": "production", "DATABASE_URL": "sqlite://"})


def test_how_large_a_file_may_be_is_read_from_the_environment():
    given = {"DATABASE_URL": "sqlite://", "MAX_UPLOAD_MB": "20"}
    usual, larger = (
        Settings.from_environment({**given, "MAX_UPLOAD_MB": ""}),
        Settings.from_environment(given),
    )
    assert (usual.upload_megabytes, larger.upload_megabytes) == (5, 20)


@pytest.mark.parametrize("text", ["0", "5.5", "five", "101"])
def test_what_is_no_size_of_a_file_is_refused(text):
    with pytest.raises(SettingsError, match="MAX_UPLOAD_MB is"):
        Settings.from_environment({"DATABASE_URL": "sqlite://", "MAX_UPLOAD_MB": text})


def test_an_open_door_to_the_network_is_refused():
    environment = {"HOST": "192.0.2.7", "DATABASE_URL": "sqlite://"}
    settings = Settings.from_environment(environment)
    with pytest.raises(SettingsError, match="others on the network can reach"):
        settings.refuse_open_door()
