"""A backup is restored whole, into either database, and the old one is kept."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import column, select, table
from sqlalchemy.exc import DBAPIError

from dashboard.editions.verifying import faults
from data.backups.make import make
from data.backups.restore import restore
from data.changes import people
from data.editions.edition import every
from data.engine import make_engine, reading, writing
from data.health import problems
from data.reader import Reader
from data.schema import APP_SESSION, APP_USER, AUDIT, DATA_VERSION, FACTS, TOUCHED
from tests import factories
from tests.backups.conftest import AUTHOR, rows
from tests.editions.conftest import WORLD, Editions

OFFERS = FACTS["offers"]


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


def test_the_account_that_comes_back_is_the_same(filled, other, restored):
    restored(other)
    with reading(other) as connection:
        found = connection.execute(select(APP_USER.c.email, APP_USER.c.role)).all()
    assert ("jo@example.org", "manager") in found
