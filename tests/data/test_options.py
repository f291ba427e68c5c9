"""What there is to choose from follows every change, and is read again where one concerns it."""

from contextlib import suppress
from dataclasses import fields
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from data import options
from data.changes import undo
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.changes.rows import Edit, Place, void
from data.options import Options
from data.queries.years import TO_CHOOSE
from data.reader import Reader
from data.returns.problems import RefusedError
from data.returns.read import read
from data.returns.reference import REFERENCE
from data.returns.sheets import SHEETS
from data.schema import AUDIT, FACTS
from tests.support.files import AUTHOR, as_csv, row

# These are made from the choices when they are wanted; what is made is compared.
MADE = {"make_partners": "partners", "make_claims": "claims"}
LINES = {
    "organisation": ("code,name,kind", "riverside,Overwater,local_authority"),
    "organisation_alias": ("alias,organisation_code", "Overwater,riverside"),
    "partnership": ("code,name", "north,Overwater"),
    "programme": ("code,organisation_code,name,route", "northern-ba,northern,BA,undergraduate"),
    "membership": (
        "partnership_code,organisation_code,role,valid_from",
        "north,riverside,member,2022-09-01",
    ),
}
# The day on which something of one sheet begins; what a document says; or what goes back on that.
CHANGES = st.one_of(
    st.builds(date, st.sampled_from((2020, 2022, 2025)), st.just(10), st.just(1)),
    st.sampled_from(("Places", "Students")),
    st.sampled_from(("void", "undo")),
)


class Doors:
    """Changes a database through each door that there is."""

    def __init__(self, send, folder):
        self._send = send
        self._folder = folder
        self._worlds = count()

    def begin(self):
        """Have rows of two years alone; what is sent from now on was never sent before."""
        self._send.do(*(delete(table) for table in FACTS.values()))
        self._ref = f"R{next(self._worlds)}"
        for year in (2021, 2024):
            demand = row("demand", ref=f"{self._ref}-{year}", window_start=date(year, 10, 1))
            assert not self._send(demand=[demand]).errors

    def file(self, sheet, column, value):
        ref = {"ref": self._ref} if SHEETS[sheet].has("ref") else {}
        self._send(**{sheet: [row(sheet, **ref, **{column: value})]})

    def reference(self, table):
        lines = [line.split(",") for line in LINES[table]]
        reading = read(as_csv(self._folder / f"{table}.csv", lines), REFERENCE)
        assert not upload_reference(self._send.engine, reading, AUTHOR, named=Named()).errors

    def void(self):
        sheet, sequence = self._last()
        there = [each for each in self._stored(sheet) if each.voided_at is None]
        for stored in there[-1:]:
            place = Place(sheet, stored.partnership, stored.owner)
            edit = Edit(place, stored.id, stored.version, {}, f"{sequence}")
            void(self._send.engine, edit, "Entered twice", AUTHOR)

    def undo(self):
        _, sequence = self._last()
        with suppress(RefusedError):
            undo.undo(self._send.engine, AUTHOR, sequence)

    def _stored(self, sheet):
        return self._send.stored(FACTS[sheet])

    def _last(self):
        lines = [each for each in self._send.stored(AUDIT) if each.table in FACTS]
        return lines[-1].table, lines[-1].sequence


@pytest.fixture
def doors(sqlite_send, tmp_path):
    found = Doors(sqlite_send, tmp_path)
    found.begin()
    return found


@pytest.fixture
def reader(doors, sqlite_engine):
    return Reader(sqlite_engine)


@pytest.fixture
def known(reader):
    return _loaded(reader)


def _loaded(reader):
    """What there is to choose from, and the version of those data."""
    with reader.snapshot() as snapshot:
        return options.load(snapshot), snapshot.version.number


def everything(known):
    """All that there is to choose from, and what is made of it."""
    return {each.name: getattr(known, MADE.get(each.name, each.name)) for each in fields(Options)}


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(dated=st.sampled_from(TO_CHOOSE), several=st.lists(CHANGES, min_size=3, max_size=5))
@example(dated=TO_CHOOSE[0], several=[date(2025, 10, 1), date(2022, 10, 1), "undo"])
def test_what_is_kept_is_what_is_there_after_every_change(doors, reader, dated, several):
    doors.begin()
    known, version = _loaded(reader)
    for change in several:
        if change in ("void", "undo"):
            getattr(doors, change)()
        else:
            column = dated if isinstance(change, date) else ("reported_figures", "measure")
            doors.file(*column, change)
        with reader.snapshot() as snapshot:
            known = options.renewed(snapshot, known, version)
            version = snapshot.version.number
            assert everything(known) == everything(options.load(snapshot))


@pytest.mark.parametrize("table", LINES)
def test_what_a_reference_table_says_is_read_again(doors, reader, known, table):
    doors.reference(table)
    with reader.snapshot() as snapshot:
        found = everything(options.renewed(snapshot, *known))
        assert found == everything(options.load(snapshot)) != everything(known[0])


def _asked(reader, known, version):
    """The choices after a change, and how many statements they took."""
    with reader.snapshot() as snapshot:
        statements = []
        rows = snapshot.rows
        snapshot.rows = lambda statement: statements.append(statement) or rows(statement)
        return options.renewed(snapshot, known, version), len(statements)


def test_a_change_between_the_first_year_and_the_last_reads_nothing_again(doors, reader, known):
    doors.file("offers", "window_start", date(2022, 10, 1))
    assert _asked(reader, *known) == (known[0], 1)


def test_a_change_in_the_first_year_reads_no_more_than_which_years_there_are(doors, reader, known):
    doors.file("offers", "window_start", date(2021, 10, 1))
    assert _asked(reader, *known) == (known[0], 2)


def test_a_day_that_no_year_is_chosen_by_reads_nothing_again(doors, reader, known):
    doors.file("agreements", "starts_on", date(2019, 10, 1))
    assert _asked(reader, *known) == (known[0], 1)
