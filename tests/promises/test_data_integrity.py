"""D2 and D4: each request is carried out once, and the log is whole."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from data.changes import undo
from data.changes.audit import plain
from data.changes.matching import names
from data.changes.rows import Edit, Place, save, void
from data.changes.signing import identity
from data.changes.upload import Request, upload
from data.engine import make_engine, reading, writing
from data.returns import form_input
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.schema import AUDIT, DATA_VERSION, FACTS, UPLOAD
from tests import factories
from tests.changes.conftest import NOW, OFFERS, by

ROWS = FACTS["offers"]
MANAGER = by("manager")


def typed_in(sheet):
    """What somebody types for a row of a sheet that nothing is wrong with."""
    declared = SHEETS[sheet]
    return {
        name: str(value) for name, value in factories.DEFAULTS[sheet].items() if declared.has(name)
    }


NEW = typed_in("offers") | {"ref": "O1"}


@pytest.fixture
def world(given):
    given(*factories.reference())


def test_d2_eight_times_the_same_wish_is_granted_once(engine, world):
    edit = Edit(OFFERS, None, None, NEW | {"ref": ""}, "one wish")
    with ThreadPoolExecutor(8) as people:
        saved = list(people.map(lambda _: save(engine, edit, by()), range(8)))
    with reading(engine) as connection:
        count = connection.execute(select(func.count()).select_from(ROWS)).scalar_one()
    assert (count, {each.outcome.new for each in saved}) == (1, {1})


@pytest.mark.parametrize("statement", [update(AUDIT).values(who="nobody"), AUDIT.delete()])
def test_d4_the_log_can_be_neither_changed_nor_cut(engine, world, statement):
    save(engine, Edit(OFFERS, None, None, NEW, "first"), by())
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(statement)


def test_d4_no_line_of_the_log_is_replaced_on_sqlite(sqlite_engine):
    line = {"sequence": 1, "when": NOW, "who": "a", "door": "form", "table": "x", "row": "x"}
    insert = AUDIT.insert().prefix_with("OR REPLACE").values(**line, after={})
    with writing(sqlite_engine) as connection:
        connection.execute(insert)
    with pytest.raises(DBAPIError, match="append-only"), writing(sqlite_engine) as connection:
        connection.execute(insert)


def test_d4_the_log_can_not_be_emptied_on_postgresql(postgresql_url):
    engine = make_engine(postgresql_url)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.exec_driver_sql("TRUNCATE audit")
    engine.dispose()


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


def send(engine, sheet, rows, digest):
    file = replace(form_input.reading(SHEETS[sheet], rows), digest=digest)
    owner = factories.DEFAULTS[sheet]["owner"]
    return upload(engine, file, Request(f"{sheet}.csv", owner, "north", sheet), by("manager"))


def test_d4_a_line_of_a_file_leads_to_its_bytes(engine, world):
    send(engine, "offers", [NEW], "a" * 64)
    its_file = select(UPLOAD.c.file_hash).join(AUDIT, AUDIT.c.upload == UPLOAD.c.id)
    with reading(engine) as connection:
        assert connection.execute(its_file).scalars().all() == ["a" * 64]


# In each sheet one cell, and what it says first, next and at last: numbers, money, days, "n/a".
LIVELY = {
    "demand": ("students", "5", "7", "9"),
    "requests": ("places", "5", "7", "9"),
    "offers": ("statutory_days_per_week", "n/a", "3", ""),
    "placements": ("planned_start", "2025-09-29", "2025-10-06", "2025-10-13"),
    "practice_educators": ("stage1_on", "2025-06-02", "2025-06-03", "2025-06-04"),
    "pe_training": ("course", "Stage 1", "Stage 1, autumn", ""),
    "activities": ("hours", "n/a", "2.5", ""),
    "agreements": ("in_return", "Rooms", "Rooms, and tea", ""),
    "workforce": ("fte_agency", "n/a", "3.5", ""),
    "newly_qualified": ("asye_passed", "n/a", "1", ""),
    "finance": ("planned", "1,200.50", "n/a", "0"),
    "reported_figures": ("quote", "one", "1", "one or so"),
}
LINES = 6


@pytest.fixture
def busy_days(engine, world):
    """A row of every sheet: entered, changed, changed back, sent in a file and voided."""
    for number, (sheet, (column, *values)) in enumerate(LIVELY.items()):
        owner = factories.DEFAULTS[sheet]["owner"]
        for value in ("", *values[:2]):
            _enter(engine, sheet, {column: value} if value else {})
        undo.undo(engine, MANAGER, undo.last_of(engine, MANAGER, sheet, "north", owner))
        rows = [texts(SHEETS[sheet], _stored(engine, sheet)) | {column: values[2]}]
        send(engine, sheet, rows, f"{number:064d}")
        void(engine, _edit(engine, sheet, {}), "Entered twice", MANAGER)


def _enter(engine, sheet, cells):
    saved = save(engine, _edit(engine, sheet, cells), MANAGER)
    assert saved.outcome.errors == ()


def _edit(engine, sheet, cells):
    place = Place(sheet, "north", factories.DEFAULTS[sheet]["owner"])
    stored = _stored(engine, sheet)
    before = texts(SHEETS[sheet], stored) if stored else typed_in(sheet)
    version = stored and stored["version"]
    wish = f"{sheet} {version}"
    return Edit(place, stored and stored["id"], version, before | cells, wish)


def _stored(engine, sheet):
    with reading(engine) as connection:
        return connection.execute(select(FACTS[sheet])).mappings().first()


def blank(sheet):
    """A row that says nothing yet."""
    cells = {name: False if name.endswith("_na") else None for name in names(SHEETS[sheet])}
    return cells | {"version": 0, "voided_at": None, "voided_reason": None}


def replayed(lines):
    """The rows that a log makes of nothing, by table and row."""
    rows = {}
    for line in lines:
        row = rows.setdefault((line.table, line.row), blank(line.table))
        assert {name: row[name] for name in line.before or ()} == (line.before or {})
        row |= line.after
        row |= {
            "version": row["version"] + 1,
            "updated_at": line.when.isoformat(),
            "updated_by": line.who,
        }
    return rows


def test_d4_the_log_replayed_from_nothing_gives_the_rows_that_are_stored(engine, busy_days):
    with reading(engine) as connection:
        lines = connection.execute(
            select(AUDIT).where(AUDIT.c.table.in_(SHEETS)).order_by(AUDIT.c.sequence)
        ).all()
        stored = {
            (sheet, identity(sheet, row)): plain(row)
            for sheet, table in FACTS.items()
            for row in connection.execute(select(table)).mappings()
        }
    made = replayed(lines)
    assert made.keys() == stored.keys()
    assert {sheet for sheet, _ in made} == set(SHEETS)
    assert len(lines) == LINES * len(SHEETS)
    aside = {"id", "partnership", "owner"}
    for key, row in made.items():
        assert row == {name: value for name, value in stored[key].items() if name not in aside}
