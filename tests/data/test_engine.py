"""One way into each database: writers take turns, and a reader sees one state."""

from threading import Event, Thread

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from data.engine import filling, hurried, make_engine, reading, writing
from data.health import took_too_long
from data.schema import DATA_VERSION, REGION
from tests import factories

NUMBER = select(DATA_VERSION.c.number)
RAISE = DATA_VERSION.update().values(number=DATA_VERSION.c.number + 1)

COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n{}) SELECT count(*) FROM n"
ENDLESS, LONG = COUNT.format(""), COUNT.format(" WHERE i < 1000000")


def number(connection):
    return connection.execute(NUMBER).scalar_one()


def shown(engine, setting):
    """What a PostgreSQL session has a setting at."""
    with engine.connect() as connection:
        return connection.execute(select(func.current_setting(setting))).scalar_one()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2), ("busy_timeout", 5000)],
)
def test_sqlite_is_set_up_for_many_users(sqlite_engine, pragma, value):
    with sqlite_engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_a_reference_to_nothing_is_refused(engine):
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(factories.membership("nobody", "nowhere"))


def test_a_fault_says_nothing_of_what_somebody_typed(engine):
    with pytest.raises(IntegrityError) as fault, writing(engine) as connection:
        connection.execute(
            factories.offer(owner="nobody", status_reason="Jo Bloggs, 1 High Street")
        )
    assert "Bloggs" not in str(fault.value)


@pytest.mark.parametrize("door", [writing, filling])
def test_a_block_that_fails_writes_nothing(engine, door):
    with pytest.raises(ZeroDivisionError):
        raise_and_fail(engine, door)
    with reading(engine) as connection:
        assert number(connection) == 0


def raise_and_fail(engine, door):
    with door(engine) as connection:
        connection.execute(RAISE)
        raise ZeroDivisionError


def test_a_writer_on_sqlite_says_so_before_its_first_statement(sqlite_engine):
    # A reader that turns writer is refused at once when somebody else has written meanwhile.
    with writing(sqlite_engine), pytest.raises(DBAPIError, match="locked"):
        write_without_patience(sqlite_engine)


def write_without_patience(engine):
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
        connection.execute(RAISE)


def test_a_second_writer_waits_for_the_first(engine):
    waiting, done = Event(), []

    def second():
        waiting.set()
        with writing(engine) as connection:
            connection.execute(RAISE)
            done.append(number(connection))

    thread = Thread(target=second)
    with writing(engine) as connection:
        connection.execute(RAISE)
        thread.start()
        waiting.wait()
        thread.join(timeout=0.3)
        assert not done
    thread.join()
    assert done == [2]


def test_a_reader_sees_one_state_while_others_write(engine):
    with reading(engine) as reader:
        before = number(reader)
        with writing(engine) as writer:
            writer.execute(RAISE)
        assert number(reader) == before


def test_the_next_reader_sees_what_was_written(engine):
    with writing(engine) as connection:
        connection.execute(RAISE)
    with reading(engine) as connection:
        assert number(connection) == 1


def test_a_reader_does_not_wait_for_a_writer(engine):
    with writing(engine) as writer, reading(engine) as reader:
        writer.execute(RAISE)
        assert number(reader) == 0


def journal(connection):
    return connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()


def test_a_transaction_of_very_many_rows_writes_them_once(sqlite_engine):
    with filling(sqlite_engine) as connection:
        assert journal(connection) == "delete"


def test_after_it_readers_and_a_writer_go_on_side_by_side(sqlite_engine):
    with filling(sqlite_engine) as connection:
        connection.execute(RAISE)
    with reading(sqlite_engine) as connection:
        assert (journal(connection), number(connection)) == ("wal", 1)


def test_where_others_have_the_file_open_they_read_on_meanwhile(sqlite_engine):
    with reading(sqlite_engine) as reader:
        before = number(reader)
        with filling(sqlite_engine) as connection:
            connection.execute(RAISE)
            assert number(reader) == before


@pytest.mark.postgres
def test_a_reader_on_postgresql_can_not_write(postgresql_url):
    engine = make_engine(postgresql_url)
    with pytest.raises(DBAPIError, match="read-only"), reading(engine) as connection:
        connection.execute(REGION.delete())
    engine.dispose()


@pytest.mark.postgres
@pytest.mark.parametrize(("limits", "timeout"), [(True, "5s"), (False, "0")])
def test_statements_on_postgresql_have_a_limit_unless_they_may_take_long(
    postgresql_url, limits, timeout
):
    engine = make_engine(postgresql_url, statement_limits=limits)
    assert shown(engine, "statement_timeout") == timeout
    engine.dispose()


def test_l5_on_sqlite_a_statement_that_never_ends_is_ended(sqlite_engine, monkeypatch):
    monkeypatch.setattr("data.engine.LONGEST", 0.2)
    with pytest.raises(DBAPIError) as ended, reading(sqlite_engine) as connection:
        connection.exec_driver_sql(ENDLESS).all()
    assert took_too_long(ended.value)


@pytest.mark.postgres
def test_l5_on_postgresql_a_statement_that_never_ends_is_ended(postgresql_url, monkeypatch):
    monkeypatch.setattr("data.engine.POSTGRESQL_LIMITS", "-c statement_timeout=200")
    engine = make_engine(postgresql_url)
    with pytest.raises(DBAPIError) as ended, reading(engine) as connection:
        connection.exec_driver_sql(ENDLESS).all()
    engine.dispose()
    assert took_too_long(ended.value)


def test_l5_a_lock_held_elsewhere_is_no_statement_that_took_too_long(sqlite_engine):
    with (
        writing(sqlite_engine),
        pytest.raises(DBAPIError) as locked,
        hurried(sqlite_engine),
    ):
        pass
    assert not took_too_long(locked.value)


def test_l5_what_may_take_long_is_not_ended_on_sqlite(sqlite_url, monkeypatch):
    monkeypatch.setattr("data.engine.LONGEST", 0)
    engine = make_engine(sqlite_url, statement_limits=False)
    with reading(engine) as connection:
        assert connection.exec_driver_sql(LONG).scalar() == 10**6
    engine.dispose()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_any_spelling_of_a_postgresql_address_finds_the_driver(scheme):
    assert make_engine(f"{scheme}://user@nowhere/name").dialect.driver == "psycopg"
