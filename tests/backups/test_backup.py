"""A backup holds all that was stored at one moment, on either database, and nothing half."""

import errno
import stat
from threading import Event, Thread

import pytest
from sqlalchemy import func, select

from data.backups import file
from data.backups.make import make
from data.backups.tables import LEFT_OUT
from data.changes import audit
from data.changes.version import bump
from data.engine import make_engine, writing
from data.returns.problems import RefusedError
from data.schema import AUDIT, DATA_VERSION, METADATA
from tests.backups.conftest import AUTHOR


def held(path):
    """The rows of each table in a backup."""
    found, table = {}, None
    for line in list(file.lines(path))[1:]:
        if isinstance(line, dict):
            table = found.setdefault(line["table"], [])
        else:
            table.append(line)
    return found


def test_a_backup_has_every_table_but_those_that_let_people_in(backup):
    assert set(held(backup)) == set(METADATA.tables) - LEFT_OUT


def test_a_backup_has_every_row(backup, filled):
    found = held(backup)
    with filled.connect() as connection:
        for name in found:
            count = select(func.count()).select_from(METADATA.tables[name])
            assert len(found[name]) == connection.execute(count).scalar_one(), name


def test_nobody_else_on_the_machine_may_read_it(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_a_file_that_is_there_already_is_left_alone(backup, filled):
    before = backup.read_bytes()
    with pytest.raises(RefusedError, match="is there already"):
        make(filled, backup)
    assert backup.read_bytes() == before


def test_a_database_without_tables_has_nothing_to_back_up(other, tmp_path):
    with pytest.raises(RefusedError, match="empty"):
        make(other, tmp_path / "none.backup")


def test_a_backup_that_fails_leaves_no_file(filled, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        make(filled, tmp_path / "one.backup")
    assert [path for path in tmp_path.iterdir() if "backup" in path.name] == []


def test_r1_while_others_write_a_backup_shows_one_moment(filled, database_url, tmp_path):
    """Each change raises the version by one and adds one line to the history."""
    before = changes(filled)
    begun, over = Event(), Event()
    writer = Thread(target=keep_writing, args=(database_url, begun, over))
    writer.start()
    begun.wait(10)
    paths = [tmp_path / f"{number}.backup" for number in range(5)]
    for path in paths:
        make(filled, path)
    over.set()
    writer.join()
    found = [held(path) for path in paths]
    numbers = [each["data_version"][0][1] for each in found]
    lines = [len(each["audit"]) for each in found]
    assert numbers == [count - before for count in lines]
    assert numbers[-1] > 0


def changes(engine):
    """How many lines the history has beyond the number of changes."""
    with engine.connect() as connection:
        lines = connection.execute(select(func.count()).select_from(AUDIT)).scalar_one()
        return lines - connection.execute(select(DATA_VERSION.c.number)).scalar_one()


def keep_writing(url, begun, over):
    engine = make_engine(url)
    while not over.is_set():
        with writing(engine) as connection:
            audit.record(connection, AUTHOR, [audit.Entry("offers", "1", None, {"places": 1})])
            bump(connection, AUTHOR)
        begun.set()
    engine.dispose()
