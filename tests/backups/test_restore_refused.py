"""A backup that is damaged, or does not fit, is refused and leaves the old database as it was."""

import pytest

from data import bulk_insert
from data.backups import file, fill
from data.backups.restore import restore
from data.health import problems
from data.returns.problems import RefusedError
from tests import factories
from tests.backups.conftest import AUTHOR, rows

HEAD = {"revision": "0008", "made_at": "2026-01-01T00:00:00+00:00", "data_version": 1}


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
