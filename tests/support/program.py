"""Programs that ask the interface, each with a token of somebody's."""

from datetime import UTC, datetime, timedelta

import pytest

from data.changes import tokens
from data.changes.author import Author
from data.people import person as people
from tests.support.people import SAFE

A_MONTH = timedelta(days=30)


class Program:
    """A program of somebody's."""

    def __init__(self, application, secret):
        self.client = application.server.test_client()
        self.secret = secret

    def get(self, path, method="GET", **headers):
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {"Authorization": f"Bearer {self.secret}"} | sent
        return self.client.open(f"/api/v1/{path}", method=method, base_url=SAFE, headers=sent)

    def rows(self, path):
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.get_json()


def token(engine, user, name="A spreadsheet", **changes):
    """The secret of a new token of an account's."""
    author = Author.by(people.find(engine, user), "form")
    ends = datetime.now(UTC) + A_MONTH
    return tokens.make(engine, author, tokens.New(name, **{"expires_at": ends} | changes))


@pytest.fixture
def program(sqlite_engine, account, closed):
    """A program of somebody's: `program("viewer", "partnership:north")`."""

    def make(role, *scopes, reads_rows=None, partnerships=(), email=None):
        user = account(role, *scopes, email=email)
        reads = role not in ("viewer", "funder") if reads_rows is None else reads_rows
        secret = token(sqlite_engine, user, reads_rows=reads, partnerships=partnerships)
        return Program(closed, secret)

    return make
