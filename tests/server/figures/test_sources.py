"""Where a number came from: its rows, its sides, and the returns that it is made of."""

from datetime import date

from tests import factories
from tests.server.figures.conftest import HISTORY, STARTED


def test_a_figure_is_told_with_its_rows_and_what_each_adds(page, holding):
    holding(factories.offer(ref="O1", places=4), factories.offer(ref="O2", places=3))
    told = page("net_supply").text
    assert 'data-value="7"' in told
    assert "2 rows, which come to 7" in told
    assert "O1" in told
    assert "O2" in told


def test_one_group_s_figure_has_that_group_s_rows(page, holding):
    holding(factories.offer(ref="O1"), factories.offer(ref="O2", window_start=date(2026, 1, 12)))
    told = page("net_supply?of=term:spring&of=organisation:riverside").text
    assert "O2" in told
    assert "O1" not in told
    assert "Term: Spring; Partner: Riverside" in told


def test_both_sides_of_a_rate_are_told_apart(page, holding):
    holding(factories.placement(**STARTED), factories.placement(statutory="no", **STARTED))
    told = page("statutory_share").text
    assert "1 divided by 2" in told
    assert "above the line: 1; below the line: 2" in told


def test_a_matching_says_that_it_works_on_all_rows_together(page, holding):
    holding(factories.demand(ref="D1", students=3), factories.offer(ref="O1"))
    told = page("unmatched_shortfall").text
    assert "no row has a share of the figure of its own" in told
    assert "D1" in told
    assert "O1" in told


def test_the_latest_return_is_told_with_who_declares_it(page, holding):
    holding(
        factories.period(),
        factories.return_state("riverside", "signed_off", reason="Pat Jones"),
        factories.offer(),
    )
    told = page("net_supply").text
    assert "2025/26 Q1: signed off, 1 February 2026 09:00 GMT, declared by Pat Jones" in told


def test_nobody_s_address_is_told(page, holding):
    holding(
        factories.period(),
        factories.return_state("riverside", by="gone@example.org"),
        factories.offer(updated_by="gone@example.org"),
    )
    assert "gone@example.org" not in page("net_supply", "viewer").text


def test_a_missing_return_is_told_with_the_day_it_was_due(page, holding):
    holding(factories.period(), factories.return_state("northern"))
    told = page("net_supply").text
    assert 'data-status="not_reported"' in told
    assert "Nothing sent yet" in told
    assert "2025/26 Q1, due 14 December 2025" in told


def test_a_figure_without_meaning_says_why(page):
    told = page("balance?route=undergraduate").text
    assert 'data-status="not_applicable"' in told
    assert "not every part of it can follow them" in told


def test_a_partnership_known_from_documents_is_said_to_send_no_returns(
    holding, account, browser_of
):
    holding(factories.partnership("north", origin="published"), factories.council())
    holding(factories.membership("riverside"))
    told = browser_of(account("viewer", "partnership:north")).get("/figure/net_supply").text
    assert "Known from published documents alone; it sends no returns" in told


def test_fifty_rows_are_listed_at_once(page, holding):
    holding(*(factories.offer(ref=f"O{number:03}") for number in range(60)))
    first, second = (page(f"net_supply?{part}").text for part in ("", "list=0&page=2"))
    assert [text.count(HISTORY) for text in (first, second)] == [50, 10]
    assert "Page 1 of 2" in first


def test_a_table_s_numbers_are_told_where_they_lead(page, holding):
    holding(factories.offer())
    leads = page("of/placements/by-partnership").get_json()
    assert leads["North Teaching Partnership"][1] == "/figure/net_supply?of=partnership:north"
    assert leads["All"][1] == "/figure/net_supply"
