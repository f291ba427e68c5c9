"""Where a number came from, down to the rows: for each person as far as they may read."""

from datetime import date

import pytest

from tests import factories
from tests.support.people import said

STARTED = {"actual_start": date(2025, 9, 22), "status": "started"}
HISTORY = "/update/north/riverside/offers/history?row="
SOUTH = [
    factories.partnership("south"),
    factories.council("lakeside"),
    factories.membership("lakeside", "south"),
    factories.offer(partnership="south", owner="lakeside", places=9),
]


@pytest.fixture
def page(holding, account, browser_of):
    """The page of a figure as somebody sees it: `page("net_supply", role="viewer")`."""
    holding(*factories.reference())
    browsers = {}

    def open_page(figure, role="manager", scope="partnership:north"):
        if role not in browsers:
            browsers[role] = browser_of(account(role, scope))
        return browsers[role].get(f"/figure/{figure}")

    return open_page


def coordinator(page, figure, organisation="riverside"):
    return page(figure, "coordinator", f"organisation:{organisation}")


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


def test_who_reads_figures_alone_is_told_who_reads_rows(page, holding):
    holding(factories.offer(ref="O1", places=4))
    told = page("net_supply", "viewer").text
    assert 'data-value="4"' in told
    assert "You may read none of these rows." in told
    assert "O1" not in told


def test_one_s_own_rows_lead_to_their_history(page, holding):
    holding(factories.offer())
    assert HISTORY in coordinator(page, "net_supply").text


def test_another_member_s_rows_are_listed_without_their_history(page, holding):
    holding(factories.offer(ref="O1", team="Team Sam"))
    told = coordinator(page, "net_supply", "northern").text
    assert "O1" in told
    assert HISTORY not in told
    assert "Team Sam" not in told


def test_that_a_row_is_among_others_tells_nothing_of_columns_that_somebody_does_not_see(
    page, holding
):
    holding(factories.placement(ref="P1", concern="yes", **STARTED))
    told = coordinator(page, "concern_rate").text
    assert "You may read none of these rows." in told
    assert "P1" not in told


def test_an_employer_sees_its_placements_where_nothing_else_is_told(page, holding):
    holding(factories.placement(ref="P1", student_ref="S77"))
    told = coordinator(page, "allocated").text
    assert "P1" in told
    assert "S77" not in told


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


def test_the_file_holds_the_rows_that_somebody_may_read(page, holding):
    holding(factories.offer(ref="O1", places=4), *SOUTH)
    answer = page("net_supply/rows.csv")
    assert answer.mimetype == "text/csv"
    assert "O1" in answer.text
    assert "lakeside" not in answer.text


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_no_rows_gets_no_file(page, holding, role):
    holding(factories.offer())
    assert page("net_supply/rows.csv", role).status_code == 404


TAMPERED = {
    "indicator": "moon",
    "target": "target-pe_current: Target: Current practice educators",
    "partnership": "net_supply?partnership=south",
    "group of another's": "net_supply?of=partnership:south",
    "partner of another's": "net_supply?of=organisation:lakeside",
    "filter": "net_supply?year=1066/67",
    "day": "net_supply?as_at=yesterday",
    "dimension": "net_supply?of=moon:full",
    "key": "net_supply?of=term:moon",
    "no key": "net_supply?of=term",
    "dimension twice": "net_supply?of=term:autumn&of=term:spring",
    "group that the filters shut out": "net_supply?year=2024/25&of=academic_year:2025/26",
    "no such list": "net_supply/rows.csv?list=7",
    "no such table": "of/placements/moon",
    "code": "net_supply?of=organisation:'--",
}


@pytest.mark.parametrize("path", TAMPERED.values(), ids=TAMPERED)
def test_whatever_makes_no_sense_or_is_another_s_is_answered_alike(page, holding, path):
    holding(factories.offer(), *SOUTH)
    answer = page(path)
    assert answer.status_code == 404
    assert said(answer) == said(page("nonsense"))


def test_figures_of_another_partnership_are_no_part_of_one_s_own(page, holding):
    holding(factories.offer(places=4), *SOUTH)
    told = page("net_supply")
    assert 'data-value="4"' in told.text
    assert "Lakeside" not in told.text


def test_a_table_s_numbers_are_told_where_they_lead(page, holding):
    holding(factories.offer())
    leads = page("of/placements/by-partnership").get_json()
    assert leads["North Teaching Partnership"][1] == "/figure/net_supply?of=partnership:north"
    assert leads["All"][1] == "/figure/net_supply"
