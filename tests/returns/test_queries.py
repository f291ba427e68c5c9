"""Queries: what is usual, and what asks for a reason beside other rows."""

from datetime import date

import pytest

from data.schema import ORGANISATION, SETTING
from tests import factories
from tests.returns.queried_rows import WINTER, educator, offer, placement, raised
from tests.support.files import row


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
