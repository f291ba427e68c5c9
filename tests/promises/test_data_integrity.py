"""D1, D2, D4: no update is lost, each wish is granted once, the log is whole."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from data.changes import undo
from data.changes.rows import Edit, save, void
from data.engine import make_engine, reading, writing
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.schema import AUDIT, DATA_VERSION, FACTS
from tests import factories
from tests.changes.conftest import OFFERS, by

ROWS = FACTS["offers"]


class D1NoUpdateIsLost(RuleBasedStateMachine):
    """Three people open, save, void and undo one row; whoever has seen an old state is refused."""

    url = ""

    @initialize()
    def begin(self):
        self.engine = make_engine(self.url)
        with writing(self.engine) as connection:
            connection.execute(ROWS.delete())
        self.seen, self.wishes, self.changes = {}, 0, 0
        self.base = self._count()
        self._save(None, {})

    def _count(self):
        with reading(self.engine) as connection:
            return connection.execute(select(func.count()).select_from(AUDIT)).scalar_one()

    def _row(self):
        with reading(self.engine) as connection:
            return dict(connection.execute(select(ROWS)).mappings().one())

    def _save(self, row, cells, role="coordinator"):
        self.wishes += 1
        before = texts(SHEETS["offers"], row) if row else NEW
        version = row and row["version"]
        edit = Edit(OFFERS, row and row["id"], version, before | cells, f"{id(self)} {self.wishes}")
        saved = save(self.engine, edit, by(role))
        self.changes += saved.outcome.new + saved.outcome.changed
        return saved

    @rule(who=st.sampled_from("abc"))
    def open(self, who):
        self.seen[who] = self._row()

    @rule(who=st.sampled_from("abc"), places=st.integers(0, 50))
    def save(self, who, places):
        if who not in self.seen:
            return
        mine, now = self.seen[who], self._row()
        saved = self._save(mine, {"places": str(places)})
        if now["voided_at"] is not None:
            assert saved.outcome.errors
        elif now["version"] != mine["version"]:
            assert (saved.theirs["version"], saved.theirs["places"]) == (
                now["version"],
                now["places"],
            )
            assert self._row() == now
        else:
            assert saved.outcome.errors == ()
            assert self._row()["places"] == places

    @rule(who=st.sampled_from("abc"))
    def void(self, who):
        if who not in self.seen:
            return
        mine, now = self.seen[who], self._row()
        self.wishes += 1
        edit = Edit(OFFERS, mine["id"], mine["version"], {}, f"{id(self)} {self.wishes}")
        saved = void(self.engine, edit, "Entered twice", by())
        fresh = now["voided_at"] is None and now["version"] == mine["version"]
        assert bool(saved.outcome.errors) is not fresh
        self.changes += fresh

    @rule()
    def take_back(self):
        last = undo.last_of(self.engine, by(), "offers", "north", "riverside")
        if last and self.changes > 1:
            undo.undo(self.engine, by(), last)
            self.changes += 1

    @invariant()
    def every_change_is_a_version_and_a_line_of_the_log(self):
        if hasattr(self, "base"):
            assert self._count() - self.base == self.changes
            assert self._row()["version"] == self.changes

    def teardown(self):
        self.engine.dispose()


NEW = {
    name: str(value)
    for name, value in factories.DEFAULTS["offers"].items()
    if SHEETS["offers"].has(name)
} | {"ref": "O1"}


@pytest.fixture
def world(given):
    given(*factories.reference())


@pytest.mark.timeout(600)
def test_d1_no_update_is_lost_whatever_three_people_do(database_url, world, engine):
    D1NoUpdateIsLost.url = database_url
    machine = D1NoUpdateIsLost.TestCase
    machine.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
    machine().runTest()


def test_d1_of_eight_at_once_exactly_one_succeeds(engine, world):
    save(engine, Edit(OFFERS, None, None, NEW, "first"), by())
    with reading(engine) as connection:
        row = dict(connection.execute(select(ROWS)).mappings().one())

    def attempt(number):
        cells = texts(SHEETS["offers"], row) | {"places": str(number)}
        return save(engine, Edit(OFFERS, row["id"], row["version"], cells, f"{number}"), by())

    with ThreadPoolExecutor(8) as people:
        saved = list(people.map(attempt, range(20, 28)))
    assert sum(1 for each in saved if not each.outcome.errors) == 1


def test_d2_eight_times_the_same_wish_is_granted_once(engine, world):
    edit = Edit(OFFERS, None, None, NEW | {"ref": ""}, "one wish")
    with ThreadPoolExecutor(8) as people:
        saved = list(people.map(lambda _: save(engine, edit, by()), range(8)))
    with reading(engine) as connection:
        count = connection.execute(select(func.count()).select_from(ROWS)).scalar_one()
    assert (count, {each.outcome.new for each in saved}) == (1, {1})


def test_d4_the_log_can_be_neither_changed_nor_cut(engine, world):
    save(engine, Edit(OFFERS, None, None, NEW, "first"), by())
    for statement in (update(AUDIT).values(who="nobody"), AUDIT.delete()):
        with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
            connection.execute(statement)


def test_d4_each_line_says_who_when_by_which_door_and_in_which_version(engine, world):
    save(engine, Edit(OFFERS, None, None, NEW, "first"), by(door="grid"))
    with reading(engine) as connection:
        line = connection.execute(select(AUDIT).where(AUDIT.c.table == "offers")).one()
        version = connection.execute(select(DATA_VERSION.c.number)).scalar_one()
    assert (line.who, line.door, line.before, line.after["places"], version) == (
        "coordinator@example.org",
        "grid",
        None,
        1,
        1,
    )
