"""Each rule that asks marks its row, and does not refuse it."""

from datetime import date

import pytest

from data.schema import ROW_QUERY
from tests.returns.queried_rows import AUTUMN, WINTER, educator, offer, placement
from tests.support.files import row

# The rule, the column it points to, and a file whose rows raise it.
RAISED = [
    ("unusual_days", "days", {"demand": [row("demand", days=90)]}),
    ("unusual_days", "days_required", {"placements": [placement(days_required=90)]}),
    (
        "statutory_without_basis",
        "statutory_basis",
        {"offers": [row("offers", sector="voluntary", statutory="yes")]},
    ),
    (
        "statutory_without_basis",
        "statutory_basis",
        {"placements": [placement(sector="private", statutory="yes")]},
    ),
    (
        "status_without_reason",
        "status_reason",
        {"offers": [offer(status="withdrawn", status_on=AUTUMN)]},
    ),
    ("status_without_reason", "status_reason", {"placements": [placement(status="cancelled")]}),
    (
        "more_placements_than_places",
        "offer_ref",
        {
            "offers": [offer(places=0)],
            "placements": [placement(offer_ref="O1")],
        },
    ),
    (
        "started_by_date_alone",
        "status",
        {"placements": [placement(status="confirmed", actual_start=AUTUMN)]},
    ),
    (
        "ended_by_date_alone",
        "outcome",
        {"pe_training": [row("pe_training", outcome="in_progress", outcome_on=WINTER)]},
    ),
    (
        "more_passed_than_started",
        "asye_passed",
        {"newly_qualified": [row("newly_qualified", started=3, asye_passed=4)]},
    ),
    (
        "more_settled_than_started",
        "asye_deferred",
        {"newly_qualified": [row("newly_qualified", started=3, asye_passed=2, asye_deferred=2)]},
    ),
    (
        "more_in_post_than_started",
        "in_post_12m",
        {"newly_qualified": [row("newly_qualified", started=3, in_post_12m=4)]},
    ),
    (
        "more_in_post_later",
        "in_post_24m",
        {"newly_qualified": [row("newly_qualified", started=3, in_post_12m=1, in_post_24m=2)]},
    ),
    (
        "more_cover_than_agency",
        "fte_agency_covering",
        {"workforce": [row("workforce", fte_agency=3.5, fte_agency_covering=4.0)]},
    ),
    (
        "final_with_stage_1",
        "pe_ref",
        {
            "practice_educators": [educator(stage2_on=None)],
            "placements": [placement(pe_ref="PE-1")],
        },
    ),
    (
        "educator_not_current",
        "pe_ref",
        {
            "practice_educators": [educator(registered_until=date(2025, 9, 21))],
            "placements": [placement(pe_ref="PE-1")],
        },
    ),
    (
        "new_but_registered",
        "category",
        {
            "practice_educators": [educator()],
            "pe_training": [row("pe_training", pe_ref="PE-1", category="new")],
        },
    ),
]


@pytest.mark.parametrize(("rule", "column", "sheets"), RAISED)
def test_a_query_marks_its_row_and_does_not_refuse_it(sqlite_send, rule, column, sheets):
    outcome = sqlite_send(**sheets)
    assert outcome.errors == ()
    assert [mark[3:5] for mark in sqlite_send.stored(ROW_QUERY)] == [(rule, column)]
