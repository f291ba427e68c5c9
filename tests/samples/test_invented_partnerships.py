"""The invented partnerships have what real ones have."""

from collections import Counter
from datetime import date

import pytest

from data.calendar import academic_year
from data.samples import illustrative
from data.samples.illustrative.cast import YEARS
from tests.support.rows import codes, having


@pytest.fixture
def owners(invented):
    """Owner codes by table."""
    return {table: {row.get("owner") for row in rows} for table, rows in invented.items()}


def test_the_same_rows_are_drawn_each_time(invented):
    assert illustrative.rows() == invented


def test_the_partnerships_are_marked_as_invented(invented):
    assert {row["origin"] for row in invented["partnership"]} == {"illustrative"}


def test_the_three_partnerships_lie_in_three_regions(invented):
    leads = {row["organisation_code"] for row in having(invented["membership"], role="lead")}
    regions = {row["region_code"] for row in invented["organisation"] if row["code"] in leads}
    assert len(regions) == 3


def test_demand_reaches_over_four_academic_years(invented):
    assert {academic_year(row["window_start"]) for row in invented["demand"]} == set(YEARS)


def test_a_partnership_places_between_one_and_two_hundred_students_a_year(invented):
    sizes = Counter(
        (row["partnership"], academic_year(row["planned_start"]))
        for row in invented["placements"]
        if row["planned_start"] < date(2026, 9, 1)
    )
    assert all(100 <= size <= 200 for size in sizes.values())


@pytest.mark.parametrize("route", ["undergraduate", "postgraduate", "apprenticeship", "step_up"])
def test_a_route_is_taught(invented, route):
    assert having(invented["programme"], route=route)


@pytest.mark.parametrize("services", ["adults", "children", "both"])
def test_some_employer_serves(invented, services):
    assert codes(invented["organisation"], services=services)


def test_a_children_s_only_partner_offers_only_children_s_places(invented):
    partner = codes(invented["organisation"], services="children")
    areas = {row["service_area"] for row in invented["offers"] if row["owner"] in partner}
    assert areas == {"children"}


def test_an_employer_is_in_two_partnerships(invented):
    memberships = Counter(row["organisation_code"] for row in invented["membership"])
    assert max(memberships.values()) == 2


def test_a_university_lies_in_another_region_than_an_employer_of_its_students(invented):
    region = {row["code"]: row["region_code"] for row in invented["organisation"]}
    assert any(region[row["owner"]] != region[row["employer"]] for row in invented["placements"])


def test_an_employer_lies_in_inner_london(invented):
    assert codes(invented["organisation"], region_code="E13000001", kind="local_authority")


def test_a_mental_health_trust_offers_places(invented, owners):
    assert codes(invented["organisation"], kind="nhs") & owners["offers"]


def test_an_all_age_team_offers_places(invented):
    assert having(invented["offers"], service_area="all_age")


def test_a_partner_joined_and_a_partner_left(invented):
    rows = invented["membership"]
    assert any(row["valid_from"] for row in rows)
    assert any(row["valid_to"] for row in rows)
