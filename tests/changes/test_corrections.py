"""What was corrected is told to each reader as far as they may read the rows."""

import pytest

from data import corrections as told
from data.changes import undo
from data.changes.rows import Edit, Place, void
from data.corrections import Cell
from data.news import happenings
from data.queries.news import Span
from tests.changes.conftest import NOW, OFFERS, by, current, person
from tests.support.files import row

ALL = Span(since=NOW)
NORTHERN = by("coordinator", "northern")
PLACEMENTS = Place("placements", "north", "northern")
# Who reads a change of an offer's places, its team and its reason, and how.
READERS = {
    "manager": (("places", "team"), True),
    "administrator": (("places", "team"), True),
    "coordinator": (("places", "team"), True),
    "approver": (("places", "team"), True),
    "coordinator of another member": (("places",), False),
    "viewer": ((), False),
    "funder": ((), False),
}


def corrections(engine, who=None, span=ALL):
    return told.corrections(engine, who or person("manager"), span)[0]


def reader(name):
    role = name.split()[0]
    return person(role, "northern" if "another" in name else "riverside")


@pytest.fixture
def corrected(enter, stored):
    """An offer whose places and team were corrected."""
    enter(places="4", team="North", ref="O1")
    enter(current(stored), places="5", team="East")


def test_another_value_in_place_of_one_is_a_correction(engine, corrected):
    (one,) = corrections(engine)
    assert (one.kind, one.owner, one.sheet, one.row) == ("corrected", "riverside", "offers", "O1")
    assert set(one.cells) == {Cell("places", "4", "5"), Cell("team", "North", "East")}


def test_a_new_row_is_none(engine, enter):
    enter(places="4")
    assert corrections(engine) == []


@pytest.mark.parametrize(
    ("first", "then", "cells"),
    [
        ({"team": ""}, {"team": "East"}, None),
        ({"team": "East"}, {"team": ""}, (Cell("team", "East", ""),)),
        ({"status": "offered"}, {"status": "confirmed"}, None),
        ({"status": "confirmed"}, {"status": "offered"}, (Cell("status", "confirmed", "offered"),)),
        (
            {"status": "offered", "places": "4"},
            {"status": "confirmed", "places": "3"},
            (Cell("places", "4", "3"),),
        ),
    ],
)
def test_what_was_not_known_or_leads_on_is_none(engine, enter, stored, first, then, cells):
    enter(**first)
    enter(current(stored), **then)
    assert [one.cells for one in corrections(engine)] == ([cells] if cells else [])


def test_money_is_told_in_pounds(engine, enter, stored):
    place = Place("finance", "north", "riverside")
    enter(place=place, planned="1200.50")
    enter(current(stored, "finance"), place=place, planned="1000")
    assert corrections(engine)[0].cells == (Cell("planned", "1200.50", "1000.00"),)


def test_a_voided_row_is_told_with_its_reason_and_so_is_its_way_back(engine, corrected, stored):
    offer = current(stored)
    void(engine, Edit(OFFERS, offer["id"], offer["version"], {}, "v"), "Entered twice", by())
    last = stored("audit")[-1]
    undo.undo(engine, by(), last["sequence"])
    back, gone, _ = corrections(engine)
    assert (gone.kind, gone.reason, gone.cells) == ("voided", "Entered twice", ())
    assert back.kind == "brought back"


@pytest.mark.parametrize("name", READERS)
def test_values_are_told_as_far_as_somebody_reads_the_row(engine, corrected, name):
    columns, whole = READERS[name]
    (one,) = corrections(engine, reader(name))
    assert {cell.column for cell in one.cells} == set(columns)
    assert bool(one.by) is whole
    assert one.row == ("O1" if columns else "")


@pytest.mark.parametrize("name", ["viewer", "coordinator of another member"])
def test_nobody_is_told_of_free_text_or_of_a_reason_that_they_don_t_read(engine, corrected, name):
    (one,) = corrections(engine, reader(name))
    assert one.columns == ("places",)
    assert "North" not in str(one)


def test_what_is_about_one_student_is_not_even_named(engine, enter, stored):
    enter(place=PLACEMENTS, author=NORTHERN, concern="no")
    placement = current(stored, "placements")
    enter(placement, place=PLACEMENTS, author=NORTHERN, concern="yes")
    for name in ("viewer", "coordinator"):
        (one,) = corrections(engine, reader(name))
        assert (one.cells, one.columns, one.row) == ((), (), "")


def test_the_employer_of_a_placement_reads_what_it_may_of_it(engine, enter, stored):
    enter(place=PLACEMENTS, author=NORTHERN, service_area="adults")
    placement = current(stored, "placements")
    enter(placement, place=PLACEMENTS, author=NORTHERN, service_area="children")
    (one,) = corrections(engine, reader("coordinator"))
    assert one.cells == (Cell("service_area", "adults", "children"),)
    assert one.by == ""


@pytest.mark.parametrize(
    ("span", "count"),
    [
        (Span(), 1),
        (Span(partnerships=("north",)), 1),
        (Span(partnerships=("south",)), 0),
        (Span(partnerships=("nort",)), 0),
        (Span(organisations=("riverside",)), 1),
        (Span(organisations=("northern",)), 0),
        (Span(after=1), 1),
        (Span(after=10_000), 0),
    ],
)
def test_a_part_of_the_history_holds_what_lies_in_it(engine, corrected, span, count):
    assert len(corrections(engine, span=span)) == count
    assert bool(happenings(engine, person("manager"), span)[0]) is bool(count)


def test_there_is_an_end_to_what_is_told_and_it_is_said(
    engine, corrected, enter, stored, monkeypatch
):
    monkeypatch.setattr(told, "MOST", 1)
    assert told.corrections(engine, person("manager"), ALL)[1] is True
    enter(current(stored), places="6")
    found, whole = told.corrections(engine, person("manager"), ALL)
    assert ([one.cells for one in found], whole) == ([(Cell("places", "5", "6"),)], False)


def test_rows_are_counted_as_added_and_as_changed(engine, corrected):
    found, whole = happenings(engine, person("viewer"), ALL)
    assert (sum(one.added for one in found), sum(one.changed for one in found)) == (1, 1)
    assert (whole, {one.sheet for one in found}) == (True, {"", "offers"})


def test_a_file_is_one_line_a_sheet_and_its_name_is_for_who_reads_the_rows(engine, send):
    send(offers=[row("offers"), row("offers", places=2)])
    for who, named in (("manager", True), ("viewer", False)):
        (one,) = [each for each in happenings(engine, person(who), Span())[0] if each.sheet]
        assert (one.added, bool(one.file)) == (2, named)
