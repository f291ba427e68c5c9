"""F4, F5 and F7: a full disk, a killed process and a lock held elsewhere lose nothing."""

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from data.changes.rows import Edit, save
from data.changes.upload import Request, upload
from data.engine import make_engine, reading, writing
from data.health import DatabaseError, problems
from data.returns import typed
from data.returns.sheets import SHEETS
from data.schema import AUDIT, FACTS, METADATA, UPLOAD
from tests import factories
from tests.changes.conftest import OFFERS, by

ROWS = FACTS["offers"]
NEW = {
    name: str(value)
    for name, value in factories.DEFAULTS["offers"].items()
    if SHEETS["offers"].has(name)
}
SOME_PAGES = 20
ROOT = Path(__file__).parents[2]


@pytest.fixture
def world(given):
    given(*factories.reference())


def everything(engine):
    with reading(engine) as connection:
        return {
            name: connection.execute(select(table)).all() for name, table in METADATA.tables.items()
        }


def many(count, team="x"):
    rows = [NEW | {"team": f"{team} {number}"} for number in range(count)]
    return replace(typed.reading(SHEETS["offers"], rows), digest="0" * 64)


def send(engine, reading_):
    return upload(engine, reading_, Request("offers.csv", "riverside", "north", "offers"), by())


def test_f4_a_full_disk_leaves_everything_as_it_was(sqlite_engine, sqlite_url):
    with writing(sqlite_engine) as connection:
        for statement in factories.reference():
            connection.execute(statement)
    full = make_engine(sqlite_url)

    @event.listens_for(full, "connect")
    def limit(connection, _record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + SOME_PAGES}")

    before = everything(sqlite_engine)
    with pytest.raises(DatabaseError, match="full"):
        send(full, many(500, "a long name of a team " * 4))
    full.dispose()
    assert everything(sqlite_engine) == before
    assert problems(sqlite_engine) == []


def test_f7_a_lock_held_elsewhere_for_three_seconds_is_waited_for(sqlite_engine, sqlite_url):
    with writing(sqlite_engine) as connection:
        for statement in factories.reference():
            connection.execute(statement)
    path = sqlite_url.removeprefix("sqlite:///")
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(3, lambda: other.execute("ROLLBACK")).start()
    saved = save(sqlite_engine, Edit(OFFERS, None, None, NEW, "wish"), by())
    other.close()
    assert saved.outcome.new == 1


def test_f7_a_lock_held_for_long_is_told_within_seven_seconds(sqlite_engine, sqlite_url):
    with writing(sqlite_engine) as connection:
        for statement in factories.reference():
            connection.execute(statement)
    path = sqlite_url.removeprefix("sqlite:///")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    with pytest.raises(DatabaseError, match="locked"):
        save(sqlite_engine, Edit(OFFERS, None, None, NEW, "wish"), by())
    took = time.monotonic() - began
    other.execute("ROLLBACK")
    other.close()
    assert took < 7


# Sends file after file, and says the number of each that it was told is stored.
SENDER = """
import sys
from dataclasses import replace
from data.engine import make_engine
from tests.promises.test_faults import many, send
engine = make_engine(sys.argv[1])
number = int(sys.argv[2])
while True:
    number += 1
    reading = replace(many(30, f"file {number}"), digest=f"{number:064d}")
    assert send(engine, reading).errors == ()
    print(number, flush=True)
"""
KILLS = 6
OF_A_FILE = 30


def test_f5_a_killed_process_leaves_each_file_whole_or_absent(engine, database_url, world):
    told = []
    for kill in range(KILLS):
        start = kill * 1000
        sender = subprocess.Popen(  # noqa: S603 - the sender of the test
            [sys.executable, "-c", SENDER, database_url, str(start)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        # After its first file, at another moment each time.
        told.append(int(sender.stdout.readline()))
        time.sleep(0.05 + 0.07 * kill)
        sender.send_signal(signal.SIGKILL)
        told += [int(line) for line in sender.communicate(timeout=30)[0].split()]
    with reading(engine) as connection:
        files = connection.execute(select(UPLOAD)).all()
        rows = connection.execute(select(func.count()).select_from(ROWS)).scalar_one()
        lines = connection.execute(
            select(AUDIT.c.upload, func.count()).group_by(AUDIT.c.upload)
        ).all()
    assert {int(file.file_hash) for file in files} >= set(told)
    assert rows == OF_A_FILE * len(files)
    assert {count for number, count in lines if number} == {OF_A_FILE}
    assert problems(engine) == []
