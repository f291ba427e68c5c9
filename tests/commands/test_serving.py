"""`partnership serve`, as somebody starts and ends it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from data.samples.people import DEMO
from tests.support.application import KEY
from tests.support.service import SLOW_TO_START, WAITRESS, serving

LOST = "postgresql://nobody@127.0.0.1:1/nothing"
EVERY_INTERFACE = "0.0.0.0"  # noqa: S104 - it is refused
REFUSED = {
    "no key in production": ({"PARTNERSHIP_ENV": "production"}, "SECRET_KEY is missing"),
    "an open door": ({"HOST": EVERY_INTERFACE}, "others on the network can reach"),
    "an unknown kind": ({"PARTNERSHIP_ENV": "live"}, "use development or production"),
    "no such port": ({"PORT": "99999"}, "PORT is '99999'"),
    "nobody to serve": ({"WEB_CONCURRENCY": "0"}, "WEB_CONCURRENCY is '0'"),
    "no database": ({"DATABASE_URL": "our database"}, "DATABASE_URL is no address"),
    "no driver for it": ({"DATABASE_URL": "mysql://a@b/c"}, "DATABASE_URL is no address"),
}


@pytest.mark.parametrize(("environment", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_served_is_refused_in_words(sqlite_url, environment, words):
    result = CliRunner(env={"DATABASE_URL": sqlite_url} | environment).invoke(main, "serve")
    assert (result.exit_code, words in result.output) == (1, True)


def test_it_says_its_address_and_who_one_may_try_it_as(sqlite_url):
    with serving(sqlite_url) as service:
        service.get("/placements")
        service.interrupt()
    first, *demo, last = service.said.splitlines()
    assert "sign in as one of these with a click" in first
    assert last == f"Serving on http://127.0.0.1:{service.port}"
    assert [line.split()[0] for line in demo] == [role for _, _, role, _ in DEMO]


def test_in_production_it_says_its_address_alone(sqlite_url):
    with serving(sqlite_url, PARTNERSHIP_ENV="production", SECRET_KEY=KEY) as service:
        service.interrupt()
        assert service.said == f"Serving on http://127.0.0.1:{service.port}\n"


def test_ctrl_c_ends_it_with_all_its_workers(sqlite_url):
    with serving(sqlite_url, WEB_CONCURRENCY="2") as service:
        service.get("/")
        assert service.interrupt() == (0, [])


def test_ctrl_c_while_its_workers_start_is_not_forgotten(sqlite_url):
    with serving(sqlite_url, SLOW_TO_START) as service:
        assert service.interrupt() == (0, [])
    assert "SIGKILL" not in service.said


def test_the_code_is_loaded_once_for_all_its_workers_to_share(sqlite_url):
    with serving(sqlite_url, WEB_CONCURRENCY="2") as service:
        service.get("/")
        first, *_workers = service.processes()
        assert any("numpy" in each.path for each in first.memory_maps())


def test_the_first_who_come_at_once_are_all_answered(sqlite_url):
    with serving(sqlite_url) as service, ThreadPoolExecutor(12) as people:
        paths = ["/", "/_dash-layout", "/_dash-dependencies"] * 8
        assert set(people.map(service.get, paths)) == {200}


def test_it_starts_without_its_database_and_says_so():
    with serving(LOST) as service:
        assert "can't be reached" in service.said
        assert service.get("/healthz/live") == 200


def test_in_production_it_is_closed(sqlite_url):
    with serving(sqlite_url, PARTNERSHIP_ENV="production", SECRET_KEY=KEY) as service:
        statuses = [service.get(path) for path in ("/", "/_dash-layout", "/healthz/ready")]
    assert statuses == [303, 303, 200]


def test_where_there_is_no_gunicorn_it_serves_as_well(sqlite_url):
    with serving(sqlite_url, WAITRESS) as service:
        assert service.get("/placements") == 200
