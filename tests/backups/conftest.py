"""A database that holds something, backups of it, and other databases to restore them into."""

from datetime import UTC, datetime

import pytest

from data.backups.make import make
from data.backups.restore import restore
from data.changes import people
from data.changes.author import Author
from data.engine import make_engine, reading
from data.schema import METADATA
from tests import factories
from tests.support.databases import BOTH

AUTHOR = Author("test", "command", datetime(2026, 2, 1, 9, tzinfo=UTC))
# What restoring itself writes, and what is left out of a backup.
ASIDE = {"audit", "touched", "data_version", "app_session", "one_time_link"}


def rows(engine, aside=frozenset(ASIDE)):
    """All rows of every table but some, in one order."""
    with reading(engine) as connection:
        return {
            name: sorted(map(_alike, connection.execute(table.select())))
            for name, table in METADATA.tables.items()
            if name not in aside
        }


def _alike(row):
    """A row in words; PostgreSQL keeps the parts of a document in an order of its own."""
    return repr([sorted(each.items()) if isinstance(each, dict) else each for each in row])


@pytest.fixture
def filled(engine, given):
    """A database with partners, a return, an account and its history."""
    given(*factories.open_return(), factories.offer(status_reason='Zoë\'s "leave"'))
    people.add(engine, AUTHOR, people.New("jo@example.org", "Jo", "manager"))
    return engine


@pytest.fixture
def backup(filled, tmp_path):
    """The file of a backup of it."""
    path = tmp_path / "one.backup"
    make(filled, path)
    return path


@pytest.fixture(params=BOTH)
def other(request, tmp_path):
    """An engine on another database, empty, of either kind."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'other.db'}"
    else:
        url = request.getfixturevalue("empty_postgresql_url")
    engine = make_engine(url, statement_limits=False)
    yield engine
    engine.dispose()


@pytest.fixture
def restored(backup):
    """Restore the backup into a database; return what became of it."""
    return lambda engine: restore(engine, backup, AUTHOR)
