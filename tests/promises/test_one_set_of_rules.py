"""I4: the same value by every door: one verdict, one message, one stored value."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dashboard.grid_editor import GridEditor
from data.changes.previews import preview
from data.changes.rows import Edit, save
from data.changes.upload import Request, upload
from data.changes.waiting_files import Sent
from data.engine import writing
from data.returns import form_input
from data.returns.read import read
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from data.schema import FACTS
from tests import factories
from tests.changes.conftest import OFFERS, by, person

NUMBERS = count(1)
SHEET = SHEETS["offers"]
ROWS = FACTS["offers"]
VALID = {
    name: str(value) for name, value in factories.DEFAULTS["offers"].items() if SHEET.has(name)
} | {"ref": "O1"}
NAMES = sorted(set(VALID) - {"ref"} | {"team", "statutory_days_per_week", "reserved_for"})
# An apostrophe before a sign such as = is no part of the text in a CSV file, but a mark of it.
NOT_PLAIN = "\0\r\n\t\";,'"
PLAIN = st.text(st.characters(codec="utf-8", exclude_characters=NOT_PLAIN), max_size=12)
LIKELY = st.sampled_from(
    [
        *(
            "",
            " ",
            "0",
            "1",
            "-1",
            "1.0",
            "1e3",
            "1,200",
            "½",
            "\uff14",
            "12 ",
            "n/a",
            "N/A",
            "NaN",
        ),
        *("inf", "true", "2026-02-01", "01/02/2026", "1 Feb 2026", "31/02/2026", "29/02/2025"),
        *("final", "PLO 2", "Final ", "adults", "C&F", "yes", "Yes", "no", "offered", "withdrawn"),
        *("northern", "Northern", "riverside", "nobody", "local_authority", "=1+1", "#REF!"),
        *("<b>x</b>", "9" * 40, "x" * 101),
    ]
)


@pytest.fixture
def world(engine):
    with writing(engine) as connection:
        for statement in factories.reference():
            connection.execute(statement)
    return engine


def verdict(outcome):
    return sorted({(one.column, one.value, one.problem, one.fix) for one in outcome.errors})


def stored(engine):
    """The row as it is stored; it is taken out again, so that the next door finds none."""
    with writing(engine) as connection:
        found = connection.execute(select(ROWS)).mappings().all()
        connection.execute(ROWS.delete())
    aside = {"id", "updated_at", "updated_by"}
    return [{name: value for name, value in row.items() if name not in aside} for row in found]


def by_form(engine, cells):
    return save(engine, Edit(OFFERS, None, None, cells, f"form {next(NUMBERS)}"), by()).outcome


def by_grid(engine, cells):
    edit = Edit(OFFERS, None, None, cells, f"grid {next(NUMBERS)}")
    return save(engine, edit, by(door="grid")).outcome


def by_command(engine, cells):
    reading = replace(form_input.reading(SHEET, [cells]), digest=f"{next(NUMBERS):064d}")
    request = Request("offers.csv", "riverside", "north", "offers")
    return upload(engine, reading, request, by(door="command"))


def by_file(engine, cells, folder):
    path = folder / f"{next(NUMBERS)}.csv"
    path.write_text(f"{','.join(cells)}\n{','.join(cells.values())}\n", encoding="utf-8")
    # The same bytes again would be known, and nothing would be said of them.
    reading = replace(
        read(path, SHEETS, sheet="offers", extra=COLUMNS), digest=f"{next(NUMBERS):064d}"
    )
    request = Request(path.name, "riverside", "north", "offers")
    return upload(engine, reading, request, by(door="file"))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(NAMES), value=LIKELY | PLAIN)
def test_i4_every_door_says_and_stores_the_same(world, tmp_path, name, value):
    cells = VALID | {name: value}
    found = []
    for door in (by_form, by_grid, by_command):
        outcome = door(world, cells)
        found.append((verdict(outcome), stored(world)))
    if '"' not in value and "," not in value:
        outcome = by_file(world, cells, tmp_path)
        found.append((verdict(outcome), stored(world)))
    assert all(one == found[0] for one in found), found


def test_i4_what_is_pasted_is_read_as_a_file_is(world):
    rows = "\t".join(VALID) + "\n" + "\t".join((VALID | {"places": "½"}).values()) + "\n"
    sent = Sent("north", "riverside", "offers", "paste", "pasted.csv", rows.encode())
    pasted = preview(world, sent, by(door="paste"))
    formed = by_form(world, VALID | {"places": "½"})
    assert verdict(pasted.outcome) == verdict(formed)


def test_i4_the_grid_says_it_in_the_same_words(world):
    told = GridEditor(world).change(
        person(), OFFERS, VALID | {"id": "new-1", "version": None, "once": "x", "places": "½"}
    )
    (problem,) = by_form(world, VALID | {"places": "½"}).errors
    assert f"{problem.problem} {problem.fix}" in told.words
