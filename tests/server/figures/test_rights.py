"""Rows behind a figure are told to each as far as they may read."""

import pytest

from tests import factories
from tests.server.figures.conftest import HISTORY, SOUTH, STARTED, coordinator
from tests.support.people import said


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
