"""The generated partnerships have what real ones have."""

import pytest

from tests.support.rows import having


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        *[("offers", "status", each) for each in ("offered", "confirmed", "rejected")],
        ("offers", "places", 0),
        ("offers", "statutory", "not_known"),
        ("offers", "level", "either"),
        *[("offers", "service_area", each) for each in ("mixed", "all_age", "mental_health")],
        *[("placements", "status", each) for each in ("matched", "confirmed", "started")],
        *[("placements", "status", each) for each in ("completed", "ended_early", "cancelled")],
        *[("placements", "outcome", each) for each in ("pass", "fail", "refer", "deferred")],
        ("placements", "statutory", "not_known"),
        ("placements", "concern", "yes"),
        *[("pe_training", "category", each) for each in ("new", "topping_up", "returning")],
        *[("pe_training", "outcome", each) for each in ("passed", "failed", "withdrew")],
        *[("pe_training", "outcome", each) for each in ("deferred", "in_progress")],
        *[("activities", "status", each) for each in ("planned", "held", "cancelled")],
        *[("agreements", "status", each) for each in ("planned", "active", "ended")],
    ],
)
def test_some_row_is(made, table, column, value):
    assert having(made[table], **{column: value})


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("offers", "statutory_days_per_week"),
        ("activities", "hours"),
        ("workforce", "fte_agency"),
        ("finance", "planned"),
    ],
)
def test_some_cell_is_not_applicable(made, table, column):
    assert having(made[table], **{f"{column}_na": 1})


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("offers", "team"),
        ("offers", "rural"),
        ("requests", "window_end"),
        ("placements", "days_required"),
        ("placements", "offer_ref"),
        ("placements", "pe_ref"),
        ("practice_educators", "places_per_year"),
        ("pe_training", "pe_ref"),
        ("activities", "people"),
    ],
)
def test_a_cell_that_may_be_blank_sometimes_is_and_mostly_is_not(made, table, column):
    filled = {column in row for row in made[table]}
    assert filled == {True, False}


@pytest.mark.parametrize("table", ["offers", "placements", "practice_educators"])
def test_some_rows_were_voided_with_a_reason(made, table):
    voided = [row for row in made[table] if "voided_at" in row]
    assert voided
    assert all(row["voided_reason"] for row in voided)
