"""A backup is restored whole or not at all, into either database, and the old one is kept."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import column, select, table
from sqlalchemy.exc import DBAPIError

from dashboard.editions.verifying import faults
from data import bulk_insert
from data.backups import file, fill
from data.backups.make import make
from data.backups.restore import restore
from data.changes import people
from data.editions.edition import every
from data.engine import make_engine, reading, writing
from data.health import problems
from data.reader import Reader
from data.returns.problems import RefusedError
from data.schema import APP_SESSION, APP_USER, AUDIT, DATA_VERSION, FACTS, TOUCHED
from tests import factories
from tests.backups.conftest import AUTHOR, rows
from tests.editions.conftest import WORLD, Editions

OFFERS = FACTS["offers"]
HEAD = {"revision": "0008", "made_at": "2026-01-01T00:00:00+00:00", "data_version": 1}


def number(engine):
    with reading(engine) as connection:
        return connection.execute(select(DATA_VERSION.c.number)).scalar_one()


def test_r1_into_an_empty_database_of_either_kind_every_row_comes_back(filled, other, restored):
    restored(other)
    assert rows(other) == rows(filled)


def test_the_history_comes_back_and_says_that_it_did(filled, other, restored):
    restored(other)
    with reading(filled) as before, reading(other) as after:
        former = before.execute(select(AUDIT).order_by(AUDIT.c.sequence)).all()
        *same, last = after.execute(select(AUDIT).order_by(AUDIT.c.sequence)).all()
    assert same == former
    assert (last.table, last.reason, last.door) == ("data_version", "Backup restored", "command")


def test_r1_a_restored_database_is_whole(other, restored):
    restored(other)
    assert problems(other) == []


def test_editions_come_back_as_they_were_frozen(engine, given, other, tmp_path):
    given(*WORLD)
    Editions(engine)()
    make(engine, tmp_path / "editions.backup")
    restore(other, tmp_path / "editions.backup", AUTHOR)
    with Reader(other).snapshot() as snapshot:
        (edition,) = every(snapshot)
        assert list(faults(snapshot, edition, None)) == []


def test_a_restored_history_can_not_be_rewritten_either(other, restored):
    restored(other)
    with pytest.raises(DBAPIError, match="append-only"), writing(other) as connection:
        connection.execute(AUDIT.delete())


def test_new_rows_are_numbered_after_those_that_came_back(other, restored):
    restored(other)
    assert people.add(other, AUTHOR, people.New("al@example.org", "Al", "manager")) > 0


def test_who_was_signed_in_is_not_any_more(filled, given, restored):
    session = {"id": "0" * 64, "data": {}, "expires_at": AUTHOR.at}
    given(APP_SESSION.insert().values(session))
    restored(filled)
    with reading(filled) as connection:
        assert connection.execute(select(APP_SESSION)).all() == []


def test_whoever_keeps_figures_is_told_that_all_may_have_changed(filled, given, restored):
    given(DATA_VERSION.update().values(number=70))
    restored(filled)
    with reading(filled) as connection:
        told = connection.execute(select(TOUCHED).where(TOUCHED.c.data_version == 71)).one()
    assert (number(filled), told.sheet) == (71, None)


def test_what_came_after_the_backup_is_kept_aside(filled, backup, given, database_url):
    given(factories.offer(ref="LATER"))
    before = rows(filled)
    done = restore(filled, backup, AUTHOR)
    assert rows(filled) != before
    assert "LATER" in refs_in(done.old, database_url)


def refs_in(old, url):
    """The refs of the offers in a database that was set aside."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(old)) as connection:
            return [row[0] for row in connection.execute("SELECT ref FROM offers")]
    engine = make_engine(url)
    with engine.connect() as connection:
        schema = old.rpartition(" ")[2]
        offers = table("offers", column("ref"), schema=schema)
        found = connection.execute(select(offers.c.ref)).scalars().all()
    engine.dispose()
    return found


def test_a_reader_that_stays_open_sees_the_restored_rows(filled, backup, given):
    reader = filled.connect()
    given(factories.offer(ref="LATER"))
    assert "LATER" in reader.execute(select(OFFERS.c.ref)).scalars().all()
    reader.rollback()
    restore(filled, backup, AUTHOR)
    assert "LATER" not in reader.execute(select(OFFERS.c.ref)).scalars().all()
    reader.close()


@pytest.mark.parametrize("place", [0, 20, 60, 130, 400, -1])
def test_r1_a_backup_with_one_wrong_byte_is_refused(filled, backup, place):
    contents = bytearray(backup.read_bytes())
    contents[place] ^= 1
    backup.write_bytes(contents)
    refused(filled, backup, "damaged" if place >= 60 or place < 0 else "no backup")


@pytest.mark.parametrize("kept", [0, 30, 100, 500])
def test_r1_a_backup_that_was_cut_short_is_refused(filled, backup, kept):
    backup.write_bytes(backup.read_bytes()[:kept])
    refused(filled, backup, "damaged" if kept > 60 else "no backup")


def test_a_backup_with_more_behind_it_is_refused(filled, backup):
    backup.write_bytes(backup.read_bytes() + b"\n")
    refused(filled, backup, "damaged")


@pytest.mark.parametrize("contents", [b"", b"SQLite format 3\0", b"PK\x03\x04", b"-- PostgreSQL"])
def test_another_file_is_refused(filled, tmp_path, contents):
    path = tmp_path / "other"
    path.write_bytes(contents * 100)
    refused(filled, path, "no backup")


def test_a_backup_of_a_newer_version_is_refused(filled, tmp_path):
    path = tmp_path / "newer.backup"
    with file.creating(path) as write:
        write({"revision": "9999", "made_at": "2030-01-01T00:00:00+00:00", "data_version": 1})
    refused(filled, path, "revision 9999")


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [[]],
        [{"revision": "0001"}],
        [HEAD, []],
        [HEAD, {"table": "nothing", "columns": []}],
        [HEAD, {"table": "region", "columns": ["code", "secret"]}],
    ],
)
def test_lines_that_say_something_else_are_refused(filled, tmp_path, lines):
    path = tmp_path / "odd.backup"
    with file.creating(path) as write:
        for line in lines:
            write(line)
    refused(filled, path, "no backup")


def refused(engine, path, words):
    before = rows(engine, frozenset())
    with pytest.raises(RefusedError, match=words):
        restore(engine, path, AUTHOR)
    assert rows(engine, frozenset()) == before


def test_a_database_of_another_application_is_left_alone(other, restored):
    with other.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE theirs (id INTEGER)")
    with pytest.raises(RefusedError, match="not this application's"):
        restored(other)
    with other.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM theirs").scalar_one() == 0


@pytest.mark.parametrize("name", ["region", "offers", "row_query"])
def test_a_fault_half_way_leaves_the_old_database(filled, restored, given, monkeypatch, name):
    given(factories.offer(ref="LATER"))
    before = rows(filled, frozenset())
    usual = bulk_insert.write

    def fail(connection, into, names, some):
        if into.name == name:
            raise OSError("The disk is gone.")
        usual(connection, into, names, some)

    monkeypatch.setattr(bulk_insert, "write", fail)
    with pytest.raises(OSError, match="gone"):
        restored(filled)
    assert rows(filled, frozenset()) == before
    assert problems(filled) == []


def test_rows_that_do_not_arrive_as_they_were_are_noticed(filled, restored, monkeypatch):
    usual = bulk_insert.write

    def lose(connection, into, names, some):
        usual(connection, into, names, some[1:] if into.name == "audit" else some)

    before = rows(filled, frozenset())
    monkeypatch.setattr(fill.bulk_insert, "write", lose)
    with pytest.raises(RefusedError, match="not what the backup holds"):
        restored(filled)
    assert rows(filled, frozenset()) == before


def test_the_account_that_comes_back_is_the_same(filled, other, restored):
    restored(other)
    with reading(other) as connection:
        found = connection.execute(select(APP_USER.c.email, APP_USER.c.role)).all()
    assert ("jo@example.org", "manager") in found
