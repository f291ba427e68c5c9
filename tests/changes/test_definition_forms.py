"""A form of a report definition: its title, and the places of what it lists."""

from dataclasses import replace

from hypothesis import given as whatever
from hypothesis import strategies as st

from dashboard.reports.part_order import arranged
from dashboard.server.reporting import definition_form
from data.definitions import FIRST


def test_a_title_is_filled_in():
    made = replace(FIRST[0], title="{partnerships} for {funder}, {day}", funder="The Office")
    assert made.titled("1 May 2026", "North") == "North for The Office, 1 May 2026"


NAMES = st.lists(st.sampled_from("abcdefghij"), unique=True, min_size=1)


@whatever(NAMES, st.data())
def test_whoever_gets_a_place_has_it_and_the_others_keep_their_order(before, data):
    moved = data.draw(st.sampled_from([*before, "new"]))
    there = [*before, moved] if moved == "new" else before
    place = data.draw(st.integers(1, len(there)))
    asked = {name: at for at, name in enumerate(before, 1)} | {moved: place}
    found = arranged(before, asked)
    assert found[place - 1] == moved
    assert [name for name in found if name != moved] == [name for name in before if name != moved]


def test_a_form_gives_back_the_definition_that_it_shows():
    for each in FIRST:
        asked = definition_form.form(each, definition_form.of(each), each.mark)
        assert [row["section"] for row in asked.sections] == list(each.sections)
        assert [row["indicator"] for row in asked.indicators] == list(each.indicators)
