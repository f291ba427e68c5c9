"""A file is taken back whole, or not at all."""

from dataclasses import replace

import pytest

from data.changes import undo
from data.changes.rows import Edit, void
from data.changes.upload import Request, upload
from data.people.rights import DeniedError
from data.returns import form_input
from data.returns.problems import RefusedError
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.schema import FACTS
from tests.changes.conftest import OFFERS, by, current
from tests.changes.row_changes import last_change, values


@pytest.fixture
def send(engine):
    """Sends rows of offers in a file; gives the number of the upload."""
    names = iter(range(100))

    def call(*rows, refused=False):
        reading = form_input.reading(SHEETS["offers"], rows)
        reading = replace(reading, digest=f"{next(names):064d}")
        outcome = upload(
            engine, reading, Request("offers.csv", "riverside", "north", "offers"), by(door="file")
        )
        assert bool(outcome.errors) == refused
        return outcome

    return call


def test_r4_every_row_of_a_file_becomes_what_it_was(enter, stored, engine, send):
    enter(ref="O1", places="4")
    before = {row["ref"]: values(row) for row in stored("offers")}
    old = texts(SHEETS["offers"], current(stored))
    send(old | {"places": "9"}, old | {"ref": "O2"})
    assert undo.undo_upload(engine, by(), 1) == 2
    after = {row["ref"]: values(row) for row in stored("offers") if row["voided_at"] is None}
    assert after == before


def test_a_file_is_undone_once(enter, stored, engine, send):
    enter(ref="O1", places="4")
    send(texts(SHEETS["offers"], current(stored)) | {"places": "9"})
    undo.undo_upload(engine, by(), 1)
    with pytest.raises(RefusedError):
        undo.undo_upload(engine, by(), 1)


def test_r4_a_file_with_a_row_that_was_changed_since_is_undone_not_at_all(
    enter, stored, engine, send
):
    enter(ref="O1", places="4")
    old = texts(SHEETS["offers"], current(stored))
    send(old | {"places": "9"}, old | {"ref": "O2"})
    second = next(row for row in stored("offers") if row["ref"] == "O2")
    enter(second, places="1")
    with pytest.raises(RefusedError, match="offers O2"):
        undo.undo_upload(engine, by(), 1)
    assert [row["places"] for row in sorted(stored("offers"), key=lambda r: r["ref"])] == [9, 1]
    assert stored("upload")[0]["undone_at"] is None


def test_an_undone_file_comes_in_again(enter, stored, engine, send):
    enter(ref="O1", places="4")
    old = texts(SHEETS["offers"], current(stored))
    send(old | {"places": "9"})
    undo.undo_upload(engine, by(), 1)
    send(old | {"places": "9"})
    assert current(stored)["places"] == 9


def test_rows_that_were_new_in_an_undone_file_come_again_with_it(enter, stored, engine, send):
    enter(ref="O1", places="4")
    old = texts(SHEETS["offers"], current(stored))
    wanted = [old | {"places": "9"}, old | {"ref": "O2"}]
    send(*wanted)
    undo.undo_upload(engine, by(), 1)
    assert send(*wanted).changed == 2
    standing = {row["ref"]: row["places"] for row in stored("offers") if row["voided_at"] is None}
    assert standing == {"O1": 9, "O2": 4}


def test_a_row_that_somebody_voided_does_not_come_again_with_a_file(enter, stored, engine, send):
    enter(ref="O1", places="4")
    old = texts(SHEETS["offers"], current(stored))
    row = current(stored)
    edit = Edit(OFFERS, row["id"], row["version"], {}, "void")
    void(engine, edit, "Given twice", by())
    assert "This row was voided" in send(old, refused=True).errors[0].problem


@pytest.mark.parametrize("author", [by("viewer"), by("coordinator", "northern")])
def test_nobody_undoes_a_file_that_is_not_theirs(enter, stored, engine, send, author):
    enter(ref="O1", places="4")
    send(texts(SHEETS["offers"], current(stored)) | {"places": "9"})
    for number in (1, 99):
        with pytest.raises(DeniedError):
            undo.undo_upload(engine, author, number)


def test_the_history_replayed_from_nothing_gives_the_rows(enter, stored, engine, send):
    enter(ref="O1", places="4", team="A")
    enter(current(stored), places="5", team="")
    undo.undo(engine, by(), last_change(stored))
    send(texts(SHEETS["offers"], current(stored)) | {"places": "9"})
    replayed = {}
    for line in stored("audit"):
        if line["table"] in FACTS:
            replayed.setdefault(line["row"], {}).update(line["after"])
    (told,) = replayed.values()
    row = current(stored)
    assert {name: str(row[name]) for name in told} == {n: str(v) for n, v in told.items()}
