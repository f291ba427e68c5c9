"""A file waits with what somebody said of its columns, and goes in as they saw it."""

from dataclasses import replace

import pytest

from data.changes import waiting_files
from data.changes.previews import confirm, match, preview
from data.changes.waiting_files import Sent
from data.people.rights import DeniedError
from tests import factories
from tests.changes.conftest import by, current

pytestmark = pytest.mark.clock

HEADINGS = ("ref", "sector", "level", "service_area", "statutory", "window_start", "places")
OURS = (*HEADINGS, "status")
THEIRS = ("Ours", "Kind", "level", "Area", "statutory", "From", "How many", "Plases")
ROW = ("O1", "local_authority", "final", "adults", "yes", "2025-09-22", "4", "offered")
LETTERS = dict(zip(OURS, "ABCDEFGH", strict=True))
CHOICES = [("offers", column, letter) for column, letter in LETTERS.items()]


def sent(headings=THEIRS, row=ROW, **more):
    text = "".join(f"{','.join(cells)}\n" for cells in (headings, row))
    return Sent("north", "riverside", "offers", "file", "offers.csv", text.encode(), **more)


@pytest.fixture
def coordinator(world, given):
    given(factories.user(1, "coordinator@example.org"))
    return by(door="file")


@pytest.fixture
def matched(engine, coordinator):
    """A file whose columns somebody has matched: what would become of it."""
    first = preview(engine, sent(), coordinator)
    return match(engine, first.token, CHOICES, coordinator)


def test_a_file_of_other_names_waits_to_be_matched(engine, coordinator, stored):
    found = preview(engine, sent(), coordinator)
    assert (found.asked, len(stored("waiting_file")), stored("offers")) == ("columns", 1, [])


def test_it_goes_in_as_it_was_matched_and_the_matching_is_kept(
    engine, matched, coordinator, stored
):
    assert (matched.asked, matched.outcome.errors, matched.outcome.new) == ("", (), 1)
    confirm(engine, matched.token, coordinator)
    assert (current(stored)["ref"], current(stored)["places"]) == ("O1", 4)
    assert stored("upload")[0]["matching"] == {"offers": LETTERS}


def test_what_is_stored_can_be_read_again_from_the_file_and_its_matching(
    engine, matched, coordinator, stored
):
    confirm(engine, matched.token, coordinator)
    (kept_of_it,) = stored("upload")
    unnamed = sent(row=("", *ROW[1:]), matching=kept_of_it["matching"])
    again = preview(engine, unnamed, coordinator)
    assert (again.asked, again.outcome.errors, again.outcome.unchanged) == ("", (), 1)


def test_a_file_of_our_names_with_the_same_rows_changes_nothing(engine, matched, coordinator):
    confirm(engine, matched.token, coordinator)
    found = preview(engine, sent(OURS), coordinator)
    assert (found.asked, found.outcome.unchanged, found.outcome.changed) == ("", 1, 0)


def test_the_same_file_again_is_known_before_anybody_is_asked(engine, matched, coordinator):
    confirm(engine, matched.token, coordinator)
    found = preview(engine, sent(), coordinator)
    assert (found.asked, found.outcome.known_since) == ("", coordinator.at)


def test_matched_otherwise_it_is_the_same_file(engine, matched, coordinator, stored):
    first = preview(engine, sent(), coordinator)
    confirm(engine, matched.token, coordinator)
    otherwise = [choice for choice in CHOICES if choice[1] != "ref"]
    found = match(engine, first.token, otherwise, coordinator)
    assert (found.outcome.known_since, len(stored("offers"))) == (coordinator.at, 1)


def test_a_file_of_our_names_keeps_no_matching(engine, coordinator, stored):
    confirm(engine, preview(engine, sent(OURS), coordinator).token, coordinator)
    assert stored("upload")[0]["matching"] is None


def test_a_file_can_t_be_confirmed_before_it_is_matched(engine, coordinator, everything):
    first = preview(engine, sent((*OURS[:-1], "status", "Note"), (*ROW, "x")), coordinator)
    before = everything()
    assert (first.asked, first.outcome.errors) == ("columns", ())
    assert confirm(engine, first.token, coordinator).asked == "columns"
    assert everything() == before


def test_a_matching_that_is_wrong_stores_nothing(engine, coordinator, everything):
    first = preview(engine, sent(), coordinator)
    before = everything()
    found = match(engine, first.token, CHOICES[:-1], coordinator)
    assert [one.column for one in found.wrong] == ["status"]
    assert everything() == before


def test_a_preview_that_somebody_made_stale_keeps_the_matching(
    engine, matched, coordinator, stored, given
):
    given(factories.data_version(99))
    found = confirm(engine, matched.token, coordinator)
    assert (found.stale, found.asked, found.outcome.new) == (True, "", 1)
    assert stored("offers") == []
    confirm(engine, found.token, coordinator)
    assert current(stored)["places"] == 4


def test_another_person_s_file_can_t_be_matched(engine, coordinator, given, everything):
    first = preview(engine, sent(), coordinator)
    given(factories.user(2, "other@example.org"))
    other = replace(coordinator, person=replace(coordinator.person, id=2))
    before = everything()
    with pytest.raises(DeniedError):
        match(engine, first.token, CHOICES, other)
    assert everything() == before


def test_who_lost_the_right_to_write_can_t_match(engine, coordinator, everything):
    first = preview(engine, sent(), coordinator)
    viewer = replace(coordinator, person=replace(coordinator.person, role="viewer"))
    before = everything()
    with pytest.raises(DeniedError):
        match(engine, first.token, CHOICES, viewer)
    with pytest.raises(DeniedError):
        waiting_files.find(engine, first.token, viewer)
    assert everything() == before


def test_a_csv_file_of_a_sheet_s_name_needs_no_more_words(engine, coordinator):
    found = preview(engine, replace(sent(OURS), sheet=None), coordinator)
    assert (found.asked, found.outcome.new) == ("", 1)


def test_a_csv_file_of_another_name_waits_for_its_sheet(engine, coordinator):
    unnamed = replace(sent(OURS), sheet=None, name="autumn.csv")
    found = preview(engine, unnamed, coordinator)
    assert (found.asked, bool(found.token)) == ("sheet", True)
