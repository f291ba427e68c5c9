"""Rows whose numbers are hidden are not judged in a title, but counted."""

import pytest

from dashboard.views import by_partnership, capacity, progress_rows, split_gap
from dashboard.views.view import View

BRIEF = View("brief", "Brief", by_partnership.COLUMNS, by_partnership.asks, by_partnership.draw)


@pytest.fixture
def hidden(figures):
    return figures.missing("suppressed")


def test_of_partnerships_in_brief(given, figures, hidden):
    short = {"n": 10, "s": hidden, "e": figures.low()}
    drawn = given(groups={(by_partnership.SHORTFALL, "partnership"): short}).draw(BRIEF)
    assert drawn.title == (
        "At least one of three partnerships has students who cannot be placed: North (10)"
    )


def test_of_partnerships_that_lost_placements(given, figures, hidden):
    groups = {
        ("allocated", "partnership"): {"n": 10, "s": 20, "e": 5},
        ("cancelled", "partnership"): {"n": 5, "s": hidden, "e": 0},
        ("ended_early", "partnership"): {"n": 0, "s": 5, "e": figures.low()},
    }
    drawn = given(groups=groups, totals={"demand": 40}).draw(progress_rows.VIEW)
    assert drawn.title == "At least one of three partnerships has lost placements: North (5)"


def test_of_partnerships_whose_mixes_differ(given, figures, hidden):
    shares = {name: figures.known(0.5, of=10) for name in "ns"}
    groups = {
        ("adult_share_supply", "partnership"): shares,
        ("adult_share_demand", "partnership"): shares,
        ("split_gap", "partnership"): {"n": -10, "s": hidden},
    }
    assert given(groups=groups).draw(split_gap.VIEW).title == (
        "At least one of two partnerships offers a different mix from what is needed: "
        "North (10.0 percentage points apart)"
    )


def test_of_levels_of_placement(given, hidden):
    drawn = given(
        totals={"demand": 15, capacity.PLACES.id: 13},
        groups={
            ("demand", "level"): {"final": 10, "first": 5},
            (capacity.PLACES.id, "stage"): {"1": hidden, "2": 7, "legacy": 2},
        },
    ).draw(capacity.VIEW)
    assert drawn.title == (
        "At least one of two levels has more students than practice educators can take: "
        "the final placement (3 short)"
    )
