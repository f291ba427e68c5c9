"""Two partnerships, of which editions are made, and people who make and read them."""

from datetime import date
from functools import partial

import pytest

from dashboard.disclosure.plan import plan
from dashboard.editions import figures
from dashboard.editions.making import make
from dashboard.editions.request import EditionRequest
from dashboard.indicators import INDICATORS
from dashboard.indicators.supply import TOPIC
from dashboard.reports import carry_out_order
from dashboard.server.reporting import background
from data.changes.author import Author
from data.editions.edition import every
from data.editions.wanted import Wanted
from data.engine import writing
from data.reader import Reader
from tests import factories

TODAY = date.today()
DAY = date(2026, 2, 1)
AUTHOR = Author("manager@example.org", "form", shown="Manager")
WORLD = (
    *factories.reference(),
    factories.partnership("south"),
    factories.university("southern"),
    factories.membership("southern", "south"),
    factories.programme("southern-ba", "southern"),
    factories.period(),
    factories.return_state("northern"),
    factories.demand(ref="D1", students=5),
    factories.demand(
        ref="D2", partnership="south", owner="southern", programme="southern-ba", students=41
    ),
    factories.offer(ref="O1", places=3),
    factories.placement(ref="P1"),
    factories.practice_educator(ref="PE1", stage1_on=date(2025, 1, 1)),
    factories.target("demand", 7),
    factories.action(),
)


def wanted(**changes):
    usual = {
        "title": "Steering group",
        "audience": "steering_group",
        "disclosure": "exact",
        "as_at": DAY,
        "partnerships": ("north",),
    }
    return Wanted(**usual | changes)


FOR_FUNDERS = {"audience": "funder", "disclosure": "rounded"}


class Editions:
    """Makes editions of one database, and looks at those that there are."""

    def __init__(self, engine):
        self.engine = engine
        self._made = 0

    def __call__(self, **changes):
        """Make one; return its number."""
        self._made += 1
        return make(self.engine, AUTHOR, wanted(**changes), EditionRequest(f"wish {self._made}"))

    def all(self):
        """Every edition, the first one first."""
        with Reader(self.engine).snapshot() as snapshot:
            return every(snapshot)[::-1]

    def force(self, statement, **values):
        """Change an edition by force, past what keeps it from being changed."""
        with writing(self.engine) as connection:
            if self.engine.dialect.name == "sqlite":
                connection.exec_driver_sql("DROP TRIGGER IF EXISTS edition_no_UPDATE")
                connection.exec_driver_sql("DROP TRIGGER IF EXISTS edition_no_DELETE")
            else:
                connection.exec_driver_sql("ALTER TABLE edition DISABLE TRIGGER USER")
            connection.execute(statement, values)


@pytest.fixture
def editions(engine, given):
    """Editions of a world of two partnerships, on either database: `editions()` makes one."""
    given(*WORLD)
    return Editions(engine)


@pytest.fixture
def of_pages(sqlite_engine, holding):
    """The same on the database of the pages."""
    holding(*WORLD)
    return Editions(sqlite_engine)


@pytest.fixture
def person(of_pages, account, browser_of):
    """Somebody's browser: `person("manager")` looks after the first partnership."""

    def make_one(role="manager", *scopes):
        usual = () if role == "administrator" else ("partnership:north",)
        if role in ("coordinator", "approver"):
            usual = ("organisation:riverside",)
        return browser_of(account(role, *(scopes or usual)))

    return make_one


@pytest.fixture
def carried_out_at_once(monkeypatch):
    """Orders are carried out within the request that places them, and no file is tried."""
    monkeypatch.setattr(background, "start", carry_out_order.carry_out)
    monkeypatch.setattr(carry_out_order, "FORMS", {})


@pytest.fixture
def few_figures(monkeypatch):
    """Editions hold a topic's figures alone, for tests that look at something else than figures."""
    keep_few(monkeypatch)


def keep_few(patch):
    """Have editions hold a topic's figures alone."""
    few = {key: each for key, each in INDICATORS.items() if each.topic == TOPIC}
    patch.setattr(figures, "INDICATORS", few)
    patch.setattr("dashboard.disclosure.plan.plan", partial(plan, indicators=few.values()))
