"""One figure of each region and council, as squares and as a list."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.views import tiles
from tests.views.conftest import OPTIONS, PARTNERS

OFFERED = "net_supply"
REGION = (OFFERED, "region")
ORGANISATION = (OFFERED, "organisation")


@pytest.fixture
def drawn(given):
    """The map of a region with so many places, of which two councils offer some."""

    def draw(city=6, shire=3, region=9, options=OPTIONS, **filters):
        groups = {REGION: {"E12000002": region}, ORGANISATION: {"city": city, "shire": shire}}
        world = given(groups=groups, totals={OFFERED: 9}, **filters)
        return world.draw(tiles.view(OFFERED, options))

    return draw


def squares(drawn):
    """Name, text and shade of each square."""
    return [
        (name.text, number.text, number.tone)
        for block in drawn.tiles
        for name, number in block.tiles
        if number.text != "no partner"
    ]


def test_a_region_and_each_council_in_it_has_a_square(drawn):
    assert squares(drawn()) == [("North West", "9", 4), ("City", "6", 4), ("Shire", "3", 2)]


def test_every_region_has_its_place_on_the_map_and_no_two_have_the_same(drawn):
    places = [block.place for block in drawn().tiles]
    assert (len(places), len(set(places))) == (12, 12)


def test_a_region_leads_to_its_filter_and_a_council_to_its_page(drawn):
    region, city, _ = next(b for b in drawn().tiles if len(b.tiles) > 1).tiles
    assert (region[0].to, region[0].only) == ("/partners", ("region", "E12000002"))
    assert (city[0].to, city[0].only) == ("/partners/city", ("", ""))


def test_where_nobody_is_there_is_nowhere_to_go(drawn):
    north_east = next(b for b in drawn().tiles if b.tiles[0][0].text == "North East")
    assert (north_east.tiles[0][0].to, north_east.tiles[0][1].text) == ("", "no partner")


@pytest.mark.parametrize("status", ["not_reported", "not_applicable", "suppressed"])
def test_a_missing_number_is_said_in_words_and_has_no_shade(drawn, figures, status):
    ((_, text, tone),) = [
        each for each in squares(drawn(city=figures.missing(status))) if each[0] == "City"
    ]
    assert (text.replace(" ", "_"), tone) == ("hidden" if status == "suppressed" else status, 0)


def test_nought_is_a_number_without_a_shade(drawn):
    assert ("City", "0", 0) in squares(drawn(city=0))


def test_the_list_has_the_same_numbers_in_the_order_of_reading(drawn, rows):
    assert [row for row in rows(drawn()) if row[2] != "no partner"] == [
        ["North West", "North West", "9"],
        ["City", "North West", "6"],
        ["Shire", "North West", "3"],
    ]


def test_what_all_councils_are_called_is_left_out_of_a_square_alone(drawn):
    names = {"city": "London Borough of Merton", "shire": "East Riding County Council"}
    partners = {
        code: replace(each, name=names.get(code, each.name)) for code, each in PARTNERS.items()
    }
    found = drawn(options=replace(OPTIONS, make_partners=lambda: partners))
    assert [name for name, *_ in squares(found)][1:] == ["East Riding", "Merton"]
    assert {row[0].text for row in found.table.rows} >= set(names.values())


def test_a_council_that_had_ended_has_no_square(drawn):
    ended = replace(PARTNERS["shire"], valid_to=date(2021, 3, 31))
    found = drawn(
        options=replace(OPTIONS, make_partners=lambda: PARTNERS | {"shire": ended}),
        years=("2025/26",),
    )
    assert [name for name, *_ in squares(found)] == ["North West", "City"]


def test_in_the_years_before_it_has_one(drawn):
    ended = replace(PARTNERS["shire"], valid_to=date(2021, 3, 31))
    found = drawn(
        options=replace(OPTIONS, make_partners=lambda: PARTNERS | {"shire": ended}),
        years=("2020/21",),
    )
    assert [name for name, *_ in squares(found)] == ["North West", "City", "Shire"]


def test_a_region_chosen_is_on_the_map_alone(drawn):
    assert len(drawn(regions=("E12000002",)).tiles) == 1
