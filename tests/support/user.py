"""Somebody who uses the service with a browser, without a browser: many fit on one machine."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import perf_counter
from typing import Final
from urllib.parse import urlencode

import brotli

HERE: Final = "127.0.0.1"
HOST: Final = "dashboard.example.org"
UPDATE: Final = "/_dash-update-component"
DOCUMENT: Final = {"Accept": "text/html"}
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
JSON: Final = {"Content-Type": "application/json"}
# Nobody waits longer for an answer.
PATIENCE: Final = 60
NO_ANSWER: Final = 0


@dataclass(frozen=True)
class Took:
    """One question and its answer.

    Attributes:
        what: What kind of question it was.
        seconds: From the question to the last byte of the answer.
        status: Of the answer; nought where none came.
        at: When it was asked, by the clock that measures.
        why: What is known of why no answer came.
    """

    what: str
    seconds: float
    status: int
    at: float
    why: str = ""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    why: str = ""

    @property
    def text(self) -> bytes:
        """What it holds, unpacked."""
        packed = self.headers.get("Content-Encoding") == "br"
        return brotli.decompress(self.body) if packed else self.body

    def json(self):
        """What it holds, as JSON."""
        return json.loads(self.text)


class User:
    """A browser that comes through a proxy, as all do in production.

    Attributes:
        email: Address of the account.
        cookie: Of its session, as a browser sends it.
    """

    def __init__(
        self, port: int, email: str, came_from: str, told: Callable[[Took], None] = lambda _: None
    ) -> None:
        """Ask nothing yet.

        Args:
            port: Where the service listens on this machine.
            email: Address of the account.
            came_from: The address that the proxy says the browser has.
            told: Is told of each question when its answer is there.
        """
        self.email = email
        self.cookie = ""
        self._port = port
        self._told = told
        self._headers = {
            "Host": HOST,
            "Origin": f"https://{HOST}",
            "Sec-Fetch-Site": "same-origin",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": came_from,
            "Accept-Encoding": "br",
        }

    def sign_in(self, password: str) -> Answer:
        """Come in with a password, and keep the cookie."""
        return self.form("sign in", "/sign-in", {"email": self.email, "password": password})

    def form(self, what: str, path: str, fields: Mapping[str, str]) -> Answer:
        """Send a plain form."""
        return self.ask(what, "POST", path, urlencode(fields).encode(), FORM | DOCUMENT)

    def callback(
        self, what: str, body: Mapping[str, object], headers: Mapping[str, str] = JSON
    ) -> Answer:
        """Send what a page sends when somebody does something on it."""
        return self.ask(what, "POST", UPDATE, json.dumps(body).encode(), headers)

    def get(self, what: str, path: str, headers: Mapping[str, str] = DOCUMENT) -> Answer:
        """Open an address."""
        return self.ask(what, "GET", path, None, headers)

    def ask(
        self, what: str, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        """Ask, and return the answer; one that never came has the status nought."""
        began = perf_counter()
        try:
            answer = self._answer(method, path, body, headers)
        except (OSError, HTTPException) as error:
            answer = Answer(NO_ANSWER, {}, b"", f"{type(error).__name__}: {error}")
        self._told(Took(what, perf_counter() - began, answer.status, began, answer.why))
        return answer

    def _answer(self, method, path, body, headers) -> Answer:
        # The service ends a connection that rests for two seconds, and people think for longer.
        connection = HTTPConnection(HERE, self._port, timeout=PATIENCE)
        try:
            cookie = {"Cookie": self.cookie} if self.cookie else {}
            connection.request(method, path, body, {**self._headers, **headers, **cookie})
            answer = connection.getresponse()
            contents = answer.read()
        finally:
            connection.close()
        self._keep(answer)
        return Answer(answer.status, dict(answer.headers), contents)

    def _keep(self, answer: HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie") or ():
            pair = line.split(";", 1)[0]
            if "session=" in pair:
                self.cookie = pair
