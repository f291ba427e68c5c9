"""A database whose shape one account changes, and whose rows another."""

import pytest
from click.testing import CliRunner
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import ProgrammingError

from dashboard.cli import main
from tests.support.postgres import run_on

pytestmark = pytest.mark.postgres
OWNER, SERVICE = "tables_owner", "tables_service"
# As the page on operations has it.
GRANTS = (
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE ON SCHEMAS TO {SERVICE}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE ON SEQUENCES TO {SERVICE}",
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} "
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {SERVICE}",
)


@pytest.fixture
def addresses(empty_postgresql_url):
    """The addresses of an empty database, as its owner's and as the service's own account."""
    found = make_url(empty_postgresql_url)
    run_on(empty_postgresql_url, *(f"CREATE ROLE {role} LOGIN" for role in (OWNER, SERVICE)))
    run_on(empty_postgresql_url, f"ALTER DATABASE {found.database} OWNER TO {OWNER}", *GRANTS)
    yield [
        found.set(username=role).render_as_string(hide_password=False) for role in (OWNER, SERVICE)
    ]
    run_on(empty_postgresql_url, f"REASSIGN OWNED BY {OWNER} TO postgres")
    run_on(empty_postgresql_url, *(f"DROP OWNED BY {role}" for role in (OWNER, SERVICE)))
    run_on(empty_postgresql_url, *(f"DROP ROLE {role}" for role in (OWNER, SERVICE)))


@pytest.fixture
def run(addresses):
    owner, service = addresses
    known = {"DATABASE_URL": service, "MIGRATION_DATABASE_URL": owner}
    return lambda *words, **more: CliRunner(env=known | more).invoke(main, words)


def added(run, name):
    return run("user", "add", f"{name}@example.org", "--name", name, "--role", "administrator")


def test_the_owner_brings_the_tables_and_the_service_fills_them(run, addresses):
    assert run("db", "upgrade").exit_code == 0
    assert (added(run, "Ada").exit_code, "Ada" in run("user", "list").output) == (0, True)
    engine = create_engine(addresses[1])
    with engine.connect() as connection, pytest.raises(ProgrammingError, match="must be owner"):
        connection.exec_driver_sql("DROP TABLE demand")
    engine.dispose()


def test_without_the_owner_nothing_is_brought_and_what_to_do_is_said(run):
    alone = run("db", "upgrade", MIGRATION_DATABASE_URL="")
    assert (alone.exit_code, "MIGRATION_DATABASE_URL" in alone.output) == (1, True)
    away = run("db", "upgrade", MIGRATION_DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert (away.exit_code, "can't be reached" in away.output) == (1, True)


def test_the_owner_puts_a_backup_back(run, tmp_path):
    run("db", "upgrade")
    added(run, "Ada")
    kept = str(tmp_path / "kept.backup")
    assert run("backup", kept).exit_code == 0
    added(run, "Ben")
    assert run("restore", kept).exit_code == 0
    listed = run("user", "list").output
    assert ("Ada" in listed, "Ben" in listed) == (True, False)


def test_an_owner_that_is_no_address_is_named(run):
    result = run("restore", "any.backup", MIGRATION_DATABASE_URL="our database")
    assert (result.exit_code, "MIGRATION_DATABASE_URL is no address" in result.output) == (1, True)
