"""Every page, drawn from nothing and from much: what it must never lack, and never promise."""

import json

import pytest

from dashboard import ids
from layouts.pages import PAGES
from layouts.static_parts import SWAPPED
from tests.support.drawn import said

EVERY = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
TARGETED = "?partnership=sample-northmere&as_at=2026-11-22"
NO_MATCH = "?partnership=sample-northmere&region=E12000007"
# Every component is asked about every change; so many, and a filter is slow.
MOST_COMPONENTS = 160


def cards(frame):
    """The values of the headline cards of a page."""
    return [slot for slot in frame.values.values() if "data-status" in slot]


def attributes(parts):
    """What is said of each plain element, and of all that is in it."""
    for part in parts:
        if not isinstance(part, str):
            yield from part[1].values()
            yield from attributes(part[2])


@EVERY
def test_a_page_is_drawn_from_an_empty_database(drawing, page):
    assert drawing.draw(page.path, "").shell_slots[ids.HEADING] == {"children": page.title}


@EVERY
def test_a_page_is_drawn_from_the_samples(sampled, page):
    frame = sampled.draw(page.path, "")
    assert len(cards(frame)) == len(page.headlines)


@EVERY
def test_a_page_without_data_has_no_numbers(drawing, page):
    assert {card["data-value"] for card in cards(drawing.draw(page.path, ""))} <= {"", "0"}


@EVERY
def test_a_figure_has_a_number_only_where_its_state_allows_one(sampled, page):
    silent = [
        card
        for card in cards(sampled.draw(page.path, NO_MATCH))
        if card["data-status"] in ("not_reported", "not_applicable") and card["data-value"]
    ]
    assert silent == []


@EVERY
def test_what_a_script_makes_bears_nothing_but_text(sampled, page):
    held = [
        json.loads(slot["data-still"].translate(SWAPPED))
        for slot in sampled.draw(page.path, TARGETED).values.values()
        if "data-still" in slot
    ]
    assert [each for parts in held for each in attributes(parts) if isinstance(each, dict)] == []


@EVERY
def test_a_page_takes_new_values_in_the_places_it_has(sampled, page):
    before, after = (sampled.draw(page.path, query) for query in ("", "?year=2024/25"))
    assert set(before.values) == set(after.values)


@EVERY
def test_a_page_is_made_of_few_components(sampled, page):
    content = sampled.draw(page.path, "").answer("", {})["slots"][ids.CONTENT]["children"]
    components = [part for part in content._traverse() if not isinstance(part, str)]
    assert len(components) <= MOST_COMPONENTS


@EVERY
def test_unknown_filters_are_left_out_and_each_is_named(sampled, page):
    query = "?region=Atlantis&year=1066/67&as_at=yesterday&basis=moon"
    line = sampled.draw(page.path, query).shell_slots[ids.SELECTION_LINE]["children"]
    unsaid = [word for word in ("Atlantis", "1066/67", "yesterday", "moon") if word not in line]
    assert unsaid == []


@EVERY
def test_unknown_filters_change_no_figure(sampled, page):
    usual, unknown = (sampled.draw(page.path, query) for query in ("", "?region=Atlantis"))
    assert cards(usual) == cards(unknown)


def text_of(slot):
    return slot["data-still"].translate(SWAPPED)


def test_a_headline_says_nothing_twice(sampled):
    card = text_of(sampled.draw("/partners", "").values[ids.headline("freshness_days", "body")])
    assert card.lower().count("the longest of them") == 1


@pytest.mark.parametrize(
    ("query", "leads"), [("?partnership=humber", True), ("?as_at=2000-01-01", False)]
)
def test_an_empty_chart_offers_to_clear_filters_where_there_are_some(sampled, query, leads):
    empty = text_of(sampled.draw("/placements", query).values[ids.view("by-level", "empty")])
    assert ("Clear all filters" in empty) is leads
    assert ("filters" in empty) is leads


@pytest.mark.parametrize(
    ("query", "told"),
    [(NO_MATCH, "Nobody on view owes a return."), ("?partnership=sample-northmere", "Dunwater")],
)
def test_returns_are_said_to_be_in_only_where_some_were_due(sampled, query, told):
    assert told in said(sampled.draw("/", query).values[ids.EXTRA])


def test_a_chart_without_a_match_says_so(sampled):
    empty = sampled.draw("/placements", NO_MATCH).values[ids.view("by-level", "empty")]
    assert empty["hidden"] is False
