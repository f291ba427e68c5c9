"""The invented returns are complete, late and missing as real ones are."""

from collections import Counter

import pytest

from data.calendar import academic_year
from data.samples.illustrative.cast import DRAWN_UP
from tests.support.rows import having

ARRIVED = ("submitted", "signed_off", "reopened")


@pytest.mark.parametrize(
    ("table", "column"),
    [("activities", "hours"), ("workforce", "fte_agency"), ("finance", "planned")],
)
def test_some_cell_is_not_applicable(invented, table, column):
    assert having(invented[table], **{column: "n/a"})


def test_a_return_that_is_due_is_missing(invented):
    there = {
        (row["organisation"], row["period"])
        for row in invented["return_status"]
        if row["state"] in ARRIVED
    }
    assert ("sample-osier-green-council", invented["return_period"][-1]["quarter"]) not in there


def test_a_partner_that_has_sent_nothing_for_a_year_has_no_rows_in_it(invented):
    dunwater = having(invented["offers"], owner="sample-dunwater-council")
    assert "2025/26" not in {academic_year(row["window_start"]) for row in dunwater}


def test_one_return_came_late(invented):
    due_on = {row["quarter"]: row["due"] for row in invented["return_period"]}
    late = [row for row in invented["return_status"] if row["at"].date() > due_on[row["period"]]]
    assert len(late) == 1


def test_no_return_falls_due_later_which_nobody_would_send(invented):
    assert max(row["due"] for row in invented["return_period"]) <= DRAWN_UP


def test_most_returns_are_signed_off(invented):
    states = Counter(row["state"] for row in invented["return_status"])
    assert states["signed_off"] > states.total() * 0.8
