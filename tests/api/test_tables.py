"""Rows for programs: who gets which, with which columns, and page by page."""

import csv
import io

import pytest

from data.returns.sheets import SHEETS
from tests import factories
from tests.api.conftest import NORTH

RIVERSIDE, NORTHERN = "organisation:riverside", "organisation:northern"
FIRST_PAGE = "tables/offers?limit=2"


def refs(rows):
    return [row["ref"] for row in rows]


def every_page(program, path):
    """The rows of all pages, following where each answer says that the next is."""
    found = []
    while path:
        answer = program.get(path)
        assert answer.status_code == 200, answer.text
        found += answer.get_json()
        link = answer.headers.get("Link", "")
        path = link.partition("/api/v1/")[2].partition(">")[0]
        assert link == "" or link.endswith('>; rel="next"')
    return found


def test_a_row_has_the_columns_of_the_sheet_as_typed_values(manager):
    (row,) = manager.rows("tables/offers")
    assert (row["places"], row["window_start"], row["status_on"]) == (3, "2025-09-22", None)
    assert {"id", "partnership", "owner", "version"} < set(row)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_manager_gets_every_column_of(world, manager, holding, sheet):
    holding(factories.fact(sheet, **({} if sheet == "workforce" else {"ref": "X1"})))
    row = manager.rows(f"tables/{sheet}")[-1]
    assert {column.name for column in SHEETS[sheet].columns} <= set(row)


def test_not_applicable_zero_and_not_reported_stay_apart(manager, holding):
    holding(
        factories.offer(ref="A", statutory_days_per_week_na=True, statutory_days_per_week=None),
        factories.offer(ref="B", statutory_days_per_week=0),
        factories.offer(ref="C", statutory_days_per_week=None),
    )
    rows = manager.rows("tables/offers")[1:]
    cells = [(row["statutory_days_per_week"], row["statutory_days_per_week_na"]) for row in rows]
    assert cells == [(None, True), (0, False), (None, False)]


def test_money_is_in_pounds(manager, holding):
    holding(factories.fact("finance", actual=123456))
    assert manager.rows("tables/finance")[0]["actual"] == 1234.56


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_figures_alone_is_refused(world, program, role):
    answer = program(role, NORTH).get("tables/offers")
    assert (answer.status_code, answer.mimetype) == (403, "application/problem+json")


def test_a_token_for_figures_alone_reads_no_rows(world, program):
    reads_figures = program("manager", NORTH, reads_rows=False)
    assert reads_figures.get("tables/offers").status_code == 403
    assert reads_figures.get("indicators/demand").status_code == 200


def test_another_member_s_rows_come_without_their_free_text(world, program):
    (row,) = program("coordinator", NORTHERN).rows("tables/offers")
    assert "places" in row
    assert {"team", "status_reason"} & set(row) == set()


def test_rows_of_one_s_own_and_of_others_come_in_one_order(world, program, holding):
    holding(
        factories.council("valley"),
        factories.membership("valley"),
        factories.offer(ref="V", owner="valley"),
        factories.offer(ref="O3"),
    )
    rows = program("coordinator", RIVERSIDE).rows("tables/offers")
    assert [(row["ref"], "team" in row) for row in rows] == [
        ("O1", True),
        ("V", False),
        ("O3", True),
    ]


def test_which_rows_pass_a_filter_tells_nothing_of_a_column_that_is_not_seen(
    world, program, holding
):
    holding(
        factories.practice_educator(ref="PE1", service_area="children"),
        factories.placement(pe_ref="PE1"),
    )
    university = program("coordinator", NORTHERN)
    assert refs(university.rows("tables/practice_educators")) == ["PE1"]
    for area in ("adults", "children"):
        assert university.rows(f"tables/practice_educators?area={area}") == []


def test_nobody_gets_a_row_of_another_partnership(manager):
    assert refs(manager.rows("tables/offers")) == ["O1"]


def test_a_token_reaches_no_further_than_the_partnerships_it_names(world, program, holding):
    holding(
        factories.membership("riverside", "south"),
        factories.offer(ref="O9", partnership="south"),
    )
    both = program("coordinator", RIVERSIDE)
    south = program("coordinator", RIVERSIDE, partnerships=["south"], email="second@example.org")
    assert refs(both.rows("tables/offers")) == ["O1", "O2", "O9"]
    assert refs(south.rows("tables/offers")) == ["O2", "O9"]


def test_what_was_voided_is_not_there(manager, holding):
    holding(factories.offer(ref="gone", voided_at=factories.NOW, voided_reason="Entered twice"))
    assert refs(manager.rows("tables/offers")) == ["O1"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("level=final", 1),
        ("level=first", 0),
        ("year=2025/26", 1),
        ("area=adults", 1),
        ("area=children", 0),
        ("organisation=riverside", 1),
        ("organisation=northern", 0),
        ("region=E12000003", 1),
        ("partnership=north", 1),
    ],
)
def test_rows_follow_the_filters_of_the_figures(manager, query, expected):
    assert len(manager.rows(f"tables/offers?{query}")) == expected


@pytest.mark.parametrize("query", ["route=undergraduate", "as_at=2026-02-01", "by=level"])
def test_a_filter_that_rows_can_t_follow_is_refused(manager, query):
    answer = manager.get(f"tables/offers?{query}")
    assert answer.status_code == 400
    assert f"no parameter “{query.partition('=')[0]}” here" in answer.get_json()["detail"]


@pytest.mark.parametrize("query", ["limit=0", "limit=5001", "limit=x", "after=-1", "after=²"])
def test_numbers_of_pages_must_be_numbers(manager, query):
    assert manager.get(f"tables/offers?{query}").status_code == 400


def test_pages_lead_to_each_other(manager, holding):
    holding(*(factories.offer(ref=f"P{number}") for number in range(4)))
    assert refs(every_page(manager, FIRST_PAGE)) == ["O1", "P0", "P1", "P2", "P3"]


def test_the_last_page_leads_nowhere(manager):
    assert "Link" not in manager.get("tables/offers?limit=1").headers


def test_the_next_page_keeps_the_filters(manager, holding):
    holding(factories.offer(ref="O5"), factories.offer(ref="O6", level="first"))
    assert refs(every_page(manager, "tables/offers?limit=1&level=final")) == ["O1", "O5"]


def test_no_text_of_a_csv_file_is_a_formula(manager):
    answer = manager.get("tables/offers?format=csv")
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["team"], row["places"]) == ("'=cmd|x", "3")


def test_a_csv_file_has_every_column_that_somebody_sees_of_any_row(world, program):
    university = program("coordinator", NORTHERN)
    head = university.get("tables/offers?format=csv").text.splitlines()[0].split(",")
    # Were an offer the university's own, its team would be seen.
    assert "team" in head


def test_who_has_the_rows_is_told_that_they_hold(manager, holding):
    tag = manager.get("tables/offers").headers["ETag"]
    assert manager.get("tables/offers", If_None_Match=tag).status_code == 304
    assert manager.get("tables/offers?limit=7", If_None_Match=tag).status_code == 200
    holding(factories.data_version(9))
    assert manager.get("tables/offers", If_None_Match=tag).status_code == 200
