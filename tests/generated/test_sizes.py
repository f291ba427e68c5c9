"""How much there is of each size."""

import pytest

from data.calendar import academic_year
from data.generated import organisations, partnership
from data.generated.sizes import SIZES
from tests.generated.support import SEED, partnerships, rows_of_each


def codes(size, side):
    return {each.code for one in partnerships(size) for each in getattr(one, side)}


@pytest.mark.parametrize(("size", "rows"), [("S", 3_500), ("M", 500_000), ("L", 10_000_000)])
def test_the_partnerships_share_all_rows(size, rows):
    assert sum(rows_of_each(size)) == rows


def test_a_partnership_has_as_many_rows_as_were_asked_for():
    one, rows = partnerships("M")[0], rows_of_each("M")[0]
    assert sum(batch.count for batch in partnership.batches(one, rows, SEED)) == rows


def test_s_is_one_partnership():
    assert SIZES["S"].partnerships == 1


@pytest.mark.parametrize(
    ("side", "low", "high"), [("universities", 80, 80), ("employers", 145, 155)]
)
def test_all_of_england_has_so_many(side, low, high):
    assert low <= len(codes("M", side)) <= high


def test_all_of_england_is_twenty_partnerships(england):
    assert len(england["partnership"]) == 20


def test_all_of_england_is_in_every_region(england):
    # London's members lie in one of its two parts.
    elsewhere = {code for code in organisations.REGIONS if code != organisations.LONDON}
    homes = {row["region_code"] for row in england["organisation"]}
    assert homes == elsewhere | set(organisations.PARTS_OF_LONDON)


def test_l_lies_in_the_places_of_m():
    assert [codes("L", side) for side in ("universities", "employers")] == [
        codes("M", side) for side in ("universities", "employers")
    ]


@pytest.mark.parametrize("table", ["demand", "offers"])
def test_rows_reach_over_ten_academic_years(made, table):
    years = {academic_year(row["window_start"]) for row in made[table]}
    assert (len(years), max(years)) == (10, "2026/27")


def test_placements_are_the_most(made):
    assert max(made, key=lambda table: len(made[table])) == "placements"
