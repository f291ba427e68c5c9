"""Two machines on one database and one Redis, behind one proxy, and people who use them."""

from contextlib import ExitStack

import pytest
import requests

from dashboard.server import passwords
from data.changes import credentials, people
from data.engine import make_engine, writing
from tests import factories
from tests.support.application import KEY
from tests.support.databases import address
from tests.support.people import AUTHOR
from tests.support.postgres import run_on
from tests.support.proxy import proxying
from tests.support.service import free_port, serving

NAME = "of_two_machines"
UNRELATED = "three unrelated words"
WATCHES = "of whoever watches"
HERE = "127.0.0.1"


class Machine:
    """One machine, which a test may end and start again."""

    def __init__(self, url, redis_url):
        self.port = free_port()
        self._url = url
        self._environment = {
            "PARTNERSHIP_ENV": "production",
            "SECRET_KEY": KEY,
            "TRUSTED_PROXIES": HERE,
            "REDIS_URL": redis_url,
            "METRICS_TOKEN": WATCHES,
            "LOG_LEVEL": "warning",
            "WEB_CONCURRENCY": "2",
        }
        self._stack = ExitStack()
        self._service = None

    def start(self):
        service = serving(self._url, port=self.port, **self._environment)
        self._service = self._stack.enter_context(service)

    def kill(self):
        self._service.kill()
        self._stack.close()

    def stop(self):
        self._stack.close()

    def says(self, words):
        return self._service.says(words)

    def metrics(self):
        told = {"Authorization": f"Bearer {WATCHES}"}
        return requests.get(f"http://{HERE}:{self.port}/metrics", headers=told, timeout=30).text


class Visitor:
    """Somebody with a browser, who comes through the proxy, or by one machine as if through it."""

    def __init__(self, proxy, came_from="198.51.100.7"):
        self._proxy = proxy
        self._session = requests.Session()
        # A bundle of certificates that the environment names would come before ours.
        self._session.trust_env = False
        self._session.verify = str(proxy.certificate)
        self._session.headers.update(
            {"Accept": "text/html", "Origin": proxy.safe, "Sec-Fetch-Site": "same-origin"}
        )
        self._came_from = came_from

    @property
    def cookies(self):
        return self._session.cookies

    def ask(self, path, by=None, method="GET", **more):
        """An answer, through the proxy or, as it passes things on, by one machine."""
        if by is None:
            url, told = f"{self._proxy.safe}{path}", {}
        else:
            url = f"http://{HERE}:{by.port}{path}"
            told = {
                "Host": self._proxy.safe.removeprefix("https://"),
                "X-Forwarded-Proto": "https",
                "X-Forwarded-For": self._came_from,
                "Cookie": "; ".join(f"{one.name}={one.value}" for one in self.cookies),
            }
        return self._session.request(
            method, url, headers=told, timeout=60, allow_redirects=False, **more
        )

    def send(self, path, form=None, **more):
        return self.ask(path, method="POST", data=form, **more)

    def sign_in(self, email, password=UNRELATED, **more):
        return self.send("/sign-in", {"email": email, "password": password}, **more)


@pytest.fixture(scope="module")
def shared_url(pg_url, pg_template):
    """A database with an open return, and a coordinator of it."""
    run_on(pg_url, f"CREATE DATABASE {NAME} TEMPLATE {pg_template}")
    url = address(pg_url, NAME)
    engine = make_engine(url)
    with writing(engine) as connection:
        for statement in (*factories.open_return(), factories.everybody_agrees()):
            connection.execute(statement)
    for name in ("sam", "kim"):
        new = people.New(
            f"{name}@example.org", name, "coordinator", [("organisation", "riverside")]
        )
        number = people.add(engine, AUTHOR, new)
        credentials.set_password(engine, AUTHOR, number, passwords.hashed(UNRELATED))
    engine.dispose()
    yield url
    run_on(pg_url, f"DROP DATABASE {NAME} WITH (FORCE)")


@pytest.fixture(scope="module")
def machines(shared_url, redis_server):
    two = [Machine(shared_url, redis_server.url) for _ in range(2)]
    for machine in two:
        machine.start()
    yield two
    for machine in two:
        machine.stop()


@pytest.fixture(scope="module")
def proxy(machines, tmp_path_factory):
    folder = tmp_path_factory.mktemp("proxy")
    with proxying(folder, [machine.port for machine in machines]) as running:
        yield running


@pytest.fixture
def visitor(proxy):
    return Visitor(proxy)


@pytest.fixture
def sam(proxy):
    """A coordinator who signed in through the proxy."""
    visitor = Visitor(proxy)
    assert visitor.sign_in("sam@example.org").status_code == 303
    return visitor
