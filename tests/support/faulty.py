"""A service that goes wrong when it is told to, in any of the ways that a page must survive."""

from contextlib import ExitStack
from http import HTTPStatus
from socket import SHUT_RDWR

from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app import create_app
from dashboard.settings import Settings
from data.engine import make_engine
from tests.support.browser import running


class Faulty:
    """The service, and all that can go wrong with it: `go("killed")`, and `come()`.

    Attributes:
        address: Where it is.
        driver: Of the browser that can lose its network.
    """

    def __init__(self, url, monkeypatch):
        self._status = self.driver = None
        self._gone = self._killed = False
        self._port = 0
        self._running = ExitStack()
        self._engine = make_engine(url)
        event.listen(self._engine, "engine_connect", self._connect)
        monkeypatch.setattr("app.make_engine", lambda _url: self._engine)
        self._app = create_app(Settings(url))
        self._inner, self._app.server.wsgi_app = self._app.server.wsgi_app, self
        self._start()

    def _connect(self, _connection):
        if self._gone:
            raise OperationalError("SELECT", None, Exception("gone"))

    def _start(self):
        self.address = self._running.enter_context(running(self._app, self._port))
        self._port = int(self.address.rpartition(":")[2])

    def __call__(self, environ, start_response):
        if self._killed:
            # A connection that was open already dies with its process.
            environ["werkzeug.socket"].shutdown(SHUT_RDWR)
            raise ConnectionAbortedError
        # Somebody signed out may read nothing either.
        if self._status and (self._status == 401 or environ["REQUEST_METHOD"] == "POST"):
            start_response(f"{self._status} {HTTPStatus(self._status).phrase}", [])
            return [b""]
        return self._inner(environ, start_response)

    def go(self, fault):
        if fault == "offline":
            self.driver.set_network_conditions(offline=True, latency=0, throughput=0)
        elif fault == "killed":
            self._killed = True
            self._running.close()
        elif fault == "database":
            self._gone = True
        else:
            self._status = int(fault)

    def come(self):
        self._gone, self._status = False, None
        self.driver.delete_network_conditions()
        if self._killed:
            self._killed = False
            self._start()

    def end(self):
        self._running.close()
        self._engine.dispose()
