"""D1: no update is lost, whatever people do at the same time with the same row."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import func, select

from data.changes import audit, undo
from data.changes.rows import Edit, save, void
from data.changes.upload import Request, upload
from data.engine import reading, writing
from data.returns import form_input
from data.returns.problems import RefusedError
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.schema import AUDIT, FACTS
from tests import factories
from tests.changes.conftest import OFFERS, by

SHEET, ROWS = SHEETS["offers"], FACTS["offers"]
NEW = {
    name: str(value) for name, value in factories.DEFAULTS["offers"].items() if SHEET.has(name)
} | {"ref": "O1"}
# The database is the same for all stories that are tried, and carries out no request twice.
WISHES = count(1)
PEOPLE = st.sampled_from("abc")
PLACES = st.integers(0, 50)


def author(who):
    return replace(by(), who=f"{who}@example.org")


class D1NoUpdateIsLost(RuleBasedStateMachine):
    """Three people open, save, send, void and undo one row; who has seen an old state is refused.

    ``standing`` holds whose the changes are that nobody has taken back, in their order.
    """

    engine = None

    @initialize()
    def begin(self):
        with writing(self.engine) as connection:
            connection.execute(ROWS.delete())
        self.standing, self.changes = [], 0
        self.lines_before = self._lines()
        assert not self._save("a", None, NEW).outcome.errors
        self._changed_by("a")
        self.seen = dict.fromkeys("abc", self._row())

    def _lines(self):
        with reading(self.engine) as connection:
            return connection.execute(select(func.count()).select_from(AUDIT)).scalar_one()

    def _row(self):
        with reading(self.engine) as connection:
            return dict(connection.execute(select(ROWS)).mappings().one())

    def _save(self, who, row, cells):
        before = texts(SHEET, row) if row else {}
        edit = Edit(
            OFFERS, row and row["id"], row and row["version"], before | cells, f"{next(WISHES)}"
        )
        return save(self.engine, edit, author(who))

    def _changed_by(self, who):
        self.changes += 1
        self.standing.append(who)

    @rule(who=PEOPLE)
    def open(self, who):
        self.seen[who] = self._row()

    @rule(who=PEOPLE, places=PLACES)
    def save(self, who, places):
        mine, now = self.seen[who], self._row()
        saved = self._save(who, mine, {"places": str(places)})
        if now["voided_at"] is None and now["version"] == mine["version"]:
            assert saved.outcome.errors == ()
            if places != now["places"]:
                self._changed_by(who)
            assert self._row()["places"] == places
        else:
            assert saved.outcome.errors
            assert saved.theirs == (now if now["voided_at"] is None else None)
            assert self._row() == now

    @rule(who=PEOPLE, places=PLACES)
    def send(self, who, places):
        now = self._row()
        rows = [texts(SHEET, now) | {"places": str(places)}]
        file = replace(form_input.reading(SHEET, rows), digest=f"{next(WISHES):064d}")
        request = Request("offers.csv", "riverside", "north", "offers")
        outcome = upload(self.engine, file, request, author(who))
        # A row that went with an undo may come again with a file; one that somebody voided stays.
        undone = audit.taken_back(now["voided_reason"]) is not None
        assert bool(outcome.errors) is (now["voided_at"] is not None and not undone)
        if outcome.changed:
            self._changed_by(who)
        assert self._row()["places"] == (now["places"] if outcome.errors else places)

    @rule(who=PEOPLE)
    def void(self, who):
        mine, now = self.seen[who], self._row()
        edit = Edit(OFFERS, mine["id"], mine["version"], {}, f"{next(WISHES)}")
        saved = void(self.engine, edit, "Entered twice", author(who))
        fresh = now["voided_at"] is None and now["version"] == mine["version"]
        assert bool(saved.outcome.errors) is not fresh
        if fresh:
            self._changed_by(who)

    @rule(who=PEOPLE)
    def take_back(self, who):
        if who not in self.standing:
            return
        last = undo.last_of(self.engine, author(who), "offers", "north", "riverside")
        if self.standing[-1] == who:
            undo.undo(self.engine, author(who), last)
            self.standing.pop()
            self.changes += 1
        else:
            with pytest.raises(RefusedError, match="Changed since"):
                undo.undo(self.engine, author(who), last)

    @invariant()
    def every_change_is_a_version_and_a_line_of_the_log(self):
        if hasattr(self, "lines_before"):
            assert self._lines() - self.lines_before == self.changes == self._row()["version"]


@pytest.fixture
def world(given):
    given(*factories.reference())


@pytest.mark.timeout(600)
def test_d1_no_update_is_lost_whatever_three_people_do(engine, world):
    D1NoUpdateIsLost.engine = engine
    machine = D1NoUpdateIsLost.TestCase
    machine.settings = settings(stateful_step_count=12)
    machine().runTest()


def test_d1_of_eight_at_once_exactly_one_succeeds(engine, world):
    save(engine, Edit(OFFERS, None, None, NEW, "first"), by())
    with reading(engine) as connection:
        row = dict(connection.execute(select(ROWS)).mappings().one())

    def attempt(number):
        cells = texts(SHEET, row) | {"places": str(number)}
        return save(engine, Edit(OFFERS, row["id"], row["version"], cells, f"{number}"), by())

    with ThreadPoolExecutor(8) as people:
        saved = list(people.map(attempt, range(20, 28)))
    assert sum(1 for each in saved if not each.outcome.errors) == 1
