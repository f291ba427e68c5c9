"""People with accounts, and browsers that they are signed in with."""

from datetime import UTC, datetime

import pytest

from dashboard.server import passwords
from data.changes import credentials, people
from data.changes.author import Author

AUTHOR = Author("test", "system")
# What a browser tells of itself that asks the service from one of its own pages.
FROM_HERE = {
    "Accept": "text/html",
    "Origin": "https://localhost",
    "Sec-Fetch-Site": "same-origin",
}
SAFE = "https://localhost"


@pytest.fixture
def account(sqlite_engine):
    """Makes an account: `account("viewer", "partnership:north")`; gives its id."""

    def make(role, *scopes, email=None, password=None):
        scoped = [tuple(scope.split(":", 1)) for scope in scopes]
        new = people.New(email or f"{role}@example.org", role.capitalize(), role, scoped)
        number = people.add(sqlite_engine, AUTHOR, new)
        if password:
            credentials.set_password(sqlite_engine, AUTHOR, number, passwords.hashed(password))
        return number

    return make


def said(answer):
    """What an answer says, but for what its own request is called."""
    return answer.text.replace(answer.headers["X-Request-ID"], "")


class Browser:
    """A browser at the application, over TLS as in production."""

    def __init__(self, application):
        self.client = application.server.test_client()

    def get(self, path, **more):
        return self._open("GET", path, **more)

    def post(self, path, form=None, **more):
        return self._open("POST", path, data=form, **more)

    def send(self, path, body):
        return self._open("POST", path, json=body)

    def _open(self, method, path, headers=None, **more):
        told = FROM_HERE | (headers or {})
        return self.client.open(path, method=method, base_url=SAFE, headers=told, **more)

    def come_in(self, user, factor="code"):
        """Have somebody signed in with it."""
        now = datetime.now(UTC).isoformat()
        with self.client.session_transaction(base_url=SAFE) as session:
            session.update(_user_id=str(user), since=now, seen=now, factor=factor)

    @property
    def cookie(self):
        """The key of its session."""
        found = self.client.get_cookie("__Host-session", "localhost")
        return found and found.value


@pytest.fixture
def browser_of(closed):
    """A browser, somebody signed in with it: `browser_of(account("viewer"))`; or a stranger's."""

    def make(user=None, factor="code"):
        browser = Browser(closed)
        if user is not None:
            browser.come_in(user, factor)
        return browser

    return make
