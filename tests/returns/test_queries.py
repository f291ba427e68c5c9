"""Queries: what is stored and counts, and asks for a reason."""

from datetime import date

import pytest

from data.changes.rows import Edit, Place, void
from data.schema import FACTS, ORGANISATION, ROW_QUERY, SETTING
from tests import factories
from tests.support.files import AUTHOR, row

AUTUMN = date(2025, 9, 22)
WINTER = date(2026, 1, 31)


def placement(**changes):
    return row("placements", **{"planned_end": WINTER} | changes)


def educator(**changes):
    return row("practice_educators", **{"ref": "PE-1", "stage2_on": date(2025, 6, 1)} | changes)


def offer(**changes):
    return row("offers", **{"ref": "O1", "statutory_basis": "setting"} | changes)


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


def raised(sender):
    return [(mark.rule, mark.sheet) for mark in sender.stored(ROW_QUERY)]


def test_what_is_usual_raises_nothing(sqlite_send):
    sqlite_send(
        demand=[row("demand", days=70)],
        offers=[offer(places=1)],
        practice_educators=[educator()],
        placements=[placement(offer_ref="O1", pe_ref="PE-1", days_required=100)],
        pe_training=[row("pe_training", pe_ref="PE-1", category="topping_up")],
    )
    assert raised(sqlite_send) == []


def test_days_are_free_outside_england(sqlite_send):
    sqlite_send.do(
        factories.university("cymru", region_code="W92000004"),
        factories.membership("cymru"),
        factories.programme("cymru-ba", "cymru"),
    )
    sqlite_send(demand=[row("demand", owner="cymru", programme="cymru-ba", days=90)])
    assert raised(sqlite_send) == []


def test_both_of_two_overlapping_placements_are_queried(sqlite_send):
    sqlite_send(placements=[placement(), placement(planned_start=WINTER, planned_end=None)])
    assert raised(sqlite_send) == [("overlapping_placements", "placements")] * 2


@pytest.mark.parametrize(
    "other",
    [
        {"planned_start": date(2026, 2, 1), "planned_end": date(2026, 5, 1)},
        {"student_ref": "S2"},
        {"status": "cancelled", "status_reason": "moved"},
    ],
)
def test_placements_apart_do_not_overlap(sqlite_send, other):
    sqlite_send(placements=[placement(), placement(**other)])
    assert raised(sqlite_send) == []


def test_both_placements_in_one_team_are_queried(sqlite_send):
    later = {"planned_start": date(2026, 2, 1), "planned_end": date(2026, 5, 1)}
    sqlite_send(
        offers=[offer(team="Duty"), offer(team="Duty", ref="O2")],
        placements=[placement(offer_ref="O1"), placement(offer_ref="O2", **later)],
    )
    assert raised(sqlite_send) == [("same_team", "placements")] * 2


def test_both_partners_are_asked_where_their_numbers_differ(sqlite_send):
    mine = offer(status="confirmed", reserved_for="northern", places=2)
    sqlite_send(offers=[mine], placements=[placement()])
    assert sorted(raised(sqlite_send)) == [
        ("differs_from_partner", "offers"),
        ("differs_from_partner", "placements"),
    ]


@pytest.mark.parametrize(
    "sheets",
    [
        {"offers": [offer(status="confirmed", reserved_for="northern", places=2)]},
        {"placements": [placement()]},
    ],
)
def test_a_partner_who_says_nothing_has_not_said_zero(sqlite_send, sheets):
    sqlite_send(**sheets)
    assert raised(sqlite_send) == []


def test_money_is_queried_in_the_pounds_that_were_sent(sqlite_send):
    line = row("finance", heading="Courses", financial_year="2025-26", planned="1,200.50")
    queries = sqlite_send(
        finance=[line, line | {"financial_year": "2024-25", "planned": 100}]
    ).queries
    assert [query.value for query in queries] == ["1200.50"]


@pytest.mark.parametrize(("students", "asked"), [(31, 1), (30, 0), (4, 0), (3, 1), (0, 1)])
def test_a_value_far_from_last_year_is_queried(sqlite_send, students, asked):
    last = {"window_start": date(2024, 9, 22), "window_end": date(2025, 3, 31)}
    sqlite_send(demand=[row("demand", students=10, **last), row("demand", students=students)])
    assert raised(sqlite_send) == [("far_from_last_year", "demand")] * asked


@pytest.mark.parametrize(
    ("last_student_on", "asked"), [(date(2023, 9, 22), 0), (date(2023, 9, 21), 1)]
)
def test_an_educator_stays_current_for_24_months(sqlite_send, last_student_on, asked):
    old = {"stage1_on": date(2019, 1, 1), "stage2_on": date(2020, 1, 1)}
    sqlite_send(
        practice_educators=[educator(last_student_on=last_student_on, **old)],
        placements=[placement(pe_ref="PE-1")],
    )
    assert raised(sqlite_send) == [("educator_not_current", "placements")] * asked


def test_an_educator_in_no_known_nation_is_asked_by_what_holds_everywhere(sqlite_send):
    in_england = {"key": "currency_months", "value": "1", "valid_from": date(2020, 1, 1)}
    sqlite_send.do(
        SETTING.insert().values(country="England", **in_england),
        ORGANISATION.update().values(region_code=None),
    )
    sqlite_send(practice_educators=[educator()], placements=[placement(pe_ref="PE-1")])
    assert raised(sqlite_send) == []


def test_a_query_goes_once_its_row_is_put_right(send):
    send(demand=[row("demand", ref="D1", days=90)])
    send(demand=[row("demand", ref="D1", days=100)])
    assert send.stored(ROW_QUERY) == []


def test_a_query_goes_once_the_row_beside_it_is_put_right(send):
    send(offers=[offer(places=0)], placements=[placement(offer_ref="O1")])
    send(offers=[offer(places=1)])
    assert send.stored(ROW_QUERY) == []


def test_a_query_goes_with_a_row_that_was_voided(send):
    send(demand=[row("demand", ref="D1", days=90)])
    (stored,) = send.stored(FACTS["demand"])
    place = Place("demand", stored.partnership, stored.owner)
    void(send.engine, Edit(place, stored.id, 1, {}, "once"), "entered twice", AUTHOR)
    assert send.stored(ROW_QUERY) == []


def test_a_reason_that_was_given_stays(send):
    send(demand=[row("demand", ref="D1", days=90)])
    send.do(ROW_QUERY.update().values(reason="agreed with the regulator"))
    send(demand=[row("demand", ref="D1", days=90, students=2)])
    assert [mark.reason for mark in send.stored(ROW_QUERY)] == ["agreed with the regulator"]


def test_a_file_hears_of_the_queries_of_its_own_rows_by_cell(sqlite_send):
    sqlite_send(demand=[row("demand", days=90)])
    (query,) = sqlite_send(demand=[row("demand"), row("demand", days=80)]).queries
    assert (query.sheet, query.row, query.cell, query.value) == ("demand", 3, "J3", "80")
