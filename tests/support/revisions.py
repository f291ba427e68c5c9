"""Databases as earlier versions left them: of an earlier revision, with the samples in them."""

import pytest
from sqlalchemy import select

from data import migrate, revision
from data.backups import file, tables
from data.backups.fill import fill
from data.backups.make import make
from data.engine import make_engine, rebuilding
from data.samples.load import load
from data.schema import SETTING
from tests.support.databases import BOTH

REVISIONS = sorted(path.stem[:4] for path in (revision.FOLDER / "versions").glob("[0-9]*.py"))


@pytest.fixture(scope="session")
def samples_backup(tmp_path_factory):
    """A backup of the samples, at the newest revision."""
    folder = tmp_path_factory.mktemp("samples")
    url = f"sqlite:///{folder / 'samples.db'}"
    migrate.upgrade(url)
    engine = make_engine(url)
    load(engine)
    make(engine, folder / "samples.backup")
    engine.dispose()
    return folder / "samples.backup"


@pytest.fixture(params=BOTH)
def empty_url(request, tmp_path):
    """The address of a database without tables, of either kind."""
    if request.param == "postgresql":
        return request.getfixturevalue("empty_postgresql_url")
    return f"sqlite:///{tmp_path / 'old.db'}"


@pytest.fixture
def old_url(empty_url, samples_backup):
    """Make a database of an earlier revision, with what of the samples it can hold."""

    def make_old(number):
        engine = make_engine(empty_url, statement_limits=False)
        with rebuilding(engine) as connection:
            migrate.bring(connection, number)
            fill(connection, as_it_was(connection, samples_backup))
        engine.dispose()
        return empty_url

    return make_old


def as_it_was(connection, backup):
    """The lines of a backup, but for tables and columns that a database does not have yet."""
    rules = set(connection.execute(select(SETTING.c.key)).scalars())
    known = {table.name: table.columns.keys() for table in tables.kept(tables.found(connection))}
    return _known(file.lines(backup), known, rules)


def _known(lines, known, rules):
    next(lines)
    places = None
    for line in lines:
        if isinstance(line, dict):
            table = line["table"]
            names = known.get(line["table"])
            places = names and [line["columns"].index(name) for name in names]
            if names:
                yield {"table": line["table"], "columns": names}
        # A rule that a later migration brings is not there yet.
        elif places and (table != SETTING.name or line[0] in rules):
            yield [line[place] for place in places]
