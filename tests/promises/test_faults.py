"""F5 and F7: a killed process and a lock held elsewhere lose nothing."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from threading import Event, Thread, Timer

import pytest
from sqlalchemy import func, select

from data.changes.rows import Edit, save
from data.engine import reading
from data.health import DatabaseError, problems
from data.schema import AUDIT, FACTS, UPLOAD
from tests import factories
from tests.changes.conftest import OFFERS, by
from tests.promises.sending import NEW, file_of, send

ROWS = FACTS["offers"]
ROOT = Path(__file__).parents[2]
# Sends file after file, and says the number of each that it was told is stored.
SENDER = """
import sys
from data.engine import make_engine
from tests.promises.sending import file_of, send
engine = make_engine(sys.argv[1])
number = int(sys.argv[2])
while True:
    number += 1
    assert send(engine, file_of(30, number)).errors == ()
    print(number, flush=True)
"""
KILLS = 5
OF_A_FILE = 30


def whole_or_absent(engine, told):
    """Hold each file that was told to be stored to being there, and each that is to being whole."""
    with reading(engine) as connection:
        files = connection.execute(select(UPLOAD)).all()
        rows = connection.execute(select(func.count()).where(ROWS.c.team.is_not(None))).scalar()
        lines = connection.execute(
            select(AUDIT.c.upload, func.count()).group_by(AUDIT.c.upload)
        ).all()
    assert {int(file.file_hash) for file in files} >= set(told) != set()
    assert rows == OF_A_FILE * len(files)
    assert {number: lines for number, lines in lines if number} == {
        file.id: OF_A_FILE for file in files
    }
    assert problems(engine) == []


def test_f5_a_killed_process_leaves_each_file_whole_or_absent(engine, database_url, given):
    given(*factories.reference())
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
    whole_or_absent(engine, told)


def test_f5_a_killed_database_leaves_each_file_whole_or_absent(postgresql_world, pg_server):
    told, ended = [], Event()

    def send_file_after_file():
        for number in count(1):
            if ended.is_set():
                return
            with suppress(DatabaseError):
                assert send(postgresql_world, file_of(OF_A_FILE, number)).errors == ()
                told.append(number)

    sender = Thread(target=send_file_after_file)
    sender.start()
    for kill in range(KILLS):
        before = len(told)
        while len(told) == before:
            time.sleep(0.01)
        time.sleep(0.07 * kill)
        pg_server.kill()
        pg_server.start()
    ended.set()
    sender.join()
    whole_or_absent(postgresql_world, told)


def test_f7_a_lock_held_elsewhere_for_three_seconds_is_waited_for(sqlite_world):
    other = sqlite3.connect(
        sqlite_world.url.database, isolation_level=None, check_same_thread=False
    )
    other.execute("BEGIN IMMEDIATE")
    Timer(3, lambda: other.execute("ROLLBACK")).start()
    saved = save(sqlite_world, Edit(OFFERS, None, None, NEW, "wish"), by())
    other.close()
    assert saved.outcome.new == 1


def test_f7_a_lock_held_for_long_is_told_within_seven_seconds(sqlite_world):
    other = sqlite3.connect(sqlite_world.url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    with pytest.raises(DatabaseError, match="locked"):
        save(sqlite_world, Edit(OFFERS, None, None, NEW, "wish"), by())
    took = time.monotonic() - began
    other.execute("ROLLBACK")
    other.close()
    assert took < 7
