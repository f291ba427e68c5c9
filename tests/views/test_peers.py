"""Whom a partner is compared with."""

from dataclasses import replace

import pytest

from dashboard.views import peers
from data.partners import Stay
from tests.views.conftest import OPTIONS, PARTNERS

CITY = PARTNERS["city"]


def like(code, **changes):
    """Another council like the city."""
    return replace(CITY, code=code, name=code.capitalize(), **changes)


ELSEWHERE = like("east", region="E12000006")
IN_ANOTHER = like("far", region="E12000006", stays=(Stay("s", "member", None, None),))
DOCUMENTED = like("old", stays=(Stay("d", "member", None, None),))
KNOWN = replace(
    OPTIONS,
    origins=OPTIONS.origins | {"d": "published"},
    make_partners=lambda: (
        PARTNERS | {each.code: each for each in (ELSEWHERE, IN_ANOTHER, DOCUMENTED)}
    ),
)


def compared(partner=CITY, **own):
    return peers.peers(peers.asked(own, partner, KNOWN), partner, KNOWN)


@pytest.mark.parametrize(
    ("own", "codes"),
    [
        ({}, {"shire"}),
        ({"peers": ("region",)}, {"shire"}),
        ({"peers": ("partnerships",)}, {"shire", "east"}),
        ({"peers": ("everywhere",)}, {"shire", "east", "far"}),
        ({"peers": ("chosen",)}, set()),
        ({"peer": ("uni", "far")}, {"uni", "far"}),
        ({"peers": ("region",), "peer": ("far",)}, {"shire", "far"}),
        ({"peers": ("chosen",), "peer": ("old",)}, {"old"}),
    ],
)
def test_peers_are_those_of_a_group_and_those_added_by_hand(own, codes):
    assert set(compared(**own).codes) == codes


def test_nobody_is_their_own_peer():
    assert "city" not in compared(peer=("city", "shire")).codes


def test_without_a_region_there_is_nobody_in_it():
    assert compared(replace(CITY, region=None)).codes == ()


def test_what_is_not_there_is_named():
    found = peers.asked({"peers": ("friends",), "peer": ("nobody",)}, CITY, KNOWN)
    assert found.unknown == (("Compare with", "friends"), ("Also with", "nobody"))


@pytest.mark.parametrize(
    "own",
    [
        {},
        {"peers": ("everywhere",)},
        {"peer": ("shire",)},
        {"peers": ("region",), "peer": ("far",)},
    ],
)
def test_an_address_is_written_as_it_was_read(own):
    pairs = tuple((name, value) for name, values in own.items() for value in values)
    assert peers.asked(own, CITY, KNOWN).pairs == pairs


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({}, "same kind in the region, 1 partner"),
        (
            {"peers": ("region",), "peer": ("far",)},
            "same kind in the region and 1 added, 2 partners",
        ),
        ({"peer": ("far",)}, "only partners that I add, 1 partner"),
    ],
)
def test_it_is_said_who_they_are_and_how_many(own, words):
    assert compared(**own).words == words
