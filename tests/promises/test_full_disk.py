"""F4: a full disk loses nothing, and is told of in words."""

from itertools import count

import pytest
from sqlalchemy import event, func, select

from app import create_app
from dashboard.settings import Settings
from data.changes import people
from data.engine import make_engine, reading
from data.health import DatabaseError, problems
from data.schema import AUDIT, FACTS
from tests.promises.conftest import HOME
from tests.promises.sending import NEW, everything, file_of, send
from tests.support.application import KEY
from tests.support.databases import BOTH
from tests.support.people import AUTHOR, Browser
from tests.support.postgres import run_on

SOME_PAGES = 20
PAGE = 4096
# Longer than a file of PostgreSQL's own journal, so that it is the log that lacks room.
LONG_LOG = """INSERT INTO audit ("when", who, door, "table", row, after)
SELECT now(), 'test', 'system', 'filler', 'x', jsonb_build_object('x', repeat('x', 1900))
FROM generate_series(1, 10000)"""


@pytest.fixture
def full_sqlite(sqlite_world):
    """An engine whose file may grow by some pages and no more."""
    full = make_engine(sqlite_world.url.render_as_string())

    @event.listens_for(full, "connect")
    def limit(connection, _record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + SOME_PAGES}")

    yield full
    full.dispose()


@pytest.fixture
def full_postgresql(postgresql_world, pg_server):
    """An engine on a server none of whose files may grow beyond some pages more of the largest."""
    url = postgresql_world.url.render_as_string(hide_password=False)
    run_on(url, LONG_LOG)
    with reading(postgresql_world) as connection:
        size = connection.execute(select(func.pg_relation_size("audit"))).scalar_one()
    pg_server.kill()
    pg_server.start_on_a_small_disk(size + SOME_PAGES * PAGE)
    yield postgresql_world
    pg_server.kill()
    pg_server.start()


@pytest.fixture(params=BOTH)
def full(request):
    """An engine on a disk that is nearly full."""
    return request.getfixturevalue(f"full_{request.param}")


def test_f4_a_file_that_the_disk_has_no_room_for_leaves_everything_as_it_was(full):
    before = everything(full)
    with pytest.raises(DatabaseError):
        send(full, file_of(500, team="a long name of a team " * 3))
    assert everything(full) == before
    assert problems(full) == []


@pytest.fixture
def coordinator(full, monkeypatch):
    """The browser of somebody who looks after the council's rows."""
    monkeypatch.setattr("app.make_engine", lambda _url: full)
    browser = Browser(create_app(Settings("sqlite://", production=True, secret_key=KEY)))
    scopes = [("organisation", "riverside")]
    sam = people.New("sam@example.org", "Sam", "coordinator", scopes)
    browser.come_in(people.add(full, AUTHOR, sam))
    return browser


def test_f4_what_was_said_to_be_saved_before_the_disk_was_full_is_there(coordinator, full):
    rows, lines = FACTS["offers"], AUDIT.c.table == "offers"
    cells = {f"cell-{name}": value for name, value in NEW.items()}
    for told in count():
        form = cells | {"cell-team": f"{told}".rjust(100, "x"), "once": f"{told}"}
        answer = coordinator.post(f"{HOME}/offers/row", form)
        if answer.status_code != 303:
            break
    assert (answer.status_code, "Nothing was changed" in answer.text) == (503, True)
    with reading(full) as connection:
        stored = connection.execute(select(func.count()).where(rows.c.team.is_not(None))).scalar()
        logged = connection.execute(select(func.count()).where(lines)).scalar()
    assert stored == logged == told > 0
    assert problems(full) == []
