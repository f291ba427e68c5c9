"""Editions of two partnerships, and the files that are made of them for somebody."""

import shutil
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from dashboard.editions.cache import EditionCache
from dashboard.indicators import INDICATORS
from dashboard.indicators.measured import measured
from dashboard.reports.forms import FORMS
from data.engine import make_engine, writing
from data.people.person import OPERATOR, Person
from data.reader import Reader
from tests import factories
from tests.editions.conftest import FOR_FUNDERS, WORLD, Editions

NAME = "reports.db"
BOTH = ("north", "south")
# What makes every mark of an exact edition: a rate of nothing, a missing return, a year going on.
MORE = (
    factories.partnership("west"),
    factories.demand(ref="D3", window_start=date(2024, 9, 20), level="first"),
    factories.demand(ref="D4", service_area="children", students=4),
    factories.offer(ref="O2", window_start=date(2024, 9, 20), places=7),
    factories.period("2024/25 Q1"),
)


def somebody(role, *partnerships, organisations=()):
    """A person of a role who reaches some partnerships."""
    funds = frozenset(partnerships) if role == "funder" else frozenset()
    reads = frozenset() if funds else frozenset(partnerships)
    return Person(1, "x@example.org", "X", role, frozenset(organisations), reads, funds)


MANAGER = somebody("manager", *BOTH)


class Files:
    """Makes files of one database's editions, as somebody takes them away."""

    def __init__(self, engine):
        self.engine = engine
        self.editions = Editions(engine)
        self.edition_cache = EditionCache(Reader(engine), measured(INDICATORS.values()), date.today)

    def at(self, person=OPERATOR):
        return lambda query: self.edition_cache.at(query, person)

    def __call__(self, form, number, person=OPERATOR):
        return FORMS[form].make(self.at(person), number, person).file

    def workbook(self, number, person=OPERATOR):
        return load_workbook(BytesIO(self("workbook", number, person)))

    def bundle(self, number, person=OPERATOR):
        """The contents of each file, by its name."""
        with ZipFile(BytesIO(self("bundle", number, person))) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


@contextmanager
def files_of(template, folder, statements=()):
    """Files of a database of its own, which holds what statements put into it."""
    path = folder / NAME
    shutil.copyfile(template, path)
    engine = make_engine(f"sqlite:///{path}")
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(statement)
    yield Files(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def prepared(sqlite_template, tmp_path_factory):
    """A database of three editions: the first is exact, the others are for funders."""
    folder = tmp_path_factory.mktemp("prepared")
    with files_of(sqlite_template, folder, (*WORLD, *MORE)) as found:
        found.editions(partnerships=BOTH)
        found.editions(partnerships=BOTH, **FOR_FUNDERS)
        found.editions(partnerships=BOTH, audience="funder", disclosure="suppressed")
    return folder / NAME


@pytest.fixture(scope="session")
def files(prepared, tmp_path_factory):
    """Files of its editions, for tests that only read."""
    with files_of(prepared, tmp_path_factory.mktemp("reports")) as found:
        yield found


@pytest.fixture
def files_apart(prepared, tmp_path):
    """The same on a database that no other test sees."""
    with files_of(prepared, tmp_path) as found:
        yield found
