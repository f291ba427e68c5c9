"""Reference tables come in by their codes, all or nothing."""

import pytest

from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.returns.read import read
from data.returns.reference import REFERENCE
from data.schema import (
    AUDIT,
    DATA_VERSION,
    MEMBERSHIP,
    ORGANISATION,
    ROW_QUERY,
    SETTING,
)
from tests import factories
from tests.changes.reference_rows import FILES, INDICATORS, ROWS, every_column
from tests.support.files import AUTHOR, as_workbook, lines, row


@pytest.fixture
def take_in(send, tmp_path):
    def take(**tables):
        path = tmp_path / "reference.xlsx"
        with_header = {name: every_column(rows) for name, rows in tables.items()}
        as_workbook(path, {name: lines(rows) for name, rows in with_header.items()})
        return upload_reference(send.engine, read(path, REFERENCE), AUTHOR, named=Named(INDICATORS))

    return take


def test_every_table_goes_in_at_once(take_in):
    outcome = take_in(**FILES)
    assert (outcome.errors, outcome.new) == ((), ROWS)


def test_the_same_rows_again_change_nothing(take_in, send):
    take_in(**FILES)
    before = send.stored(DATA_VERSION), send.stored(AUDIT)
    assert take_in(**FILES).unchanged == ROWS
    assert (send.stored(DATA_VERSION), send.stored(AUDIT)) == before


def test_the_same_code_changes_its_row(take_in, send):
    outcome = take_in(organisation=[{"code": "riverside", "name": "River", "kind": "nhs"}])
    names = {row.code: row.name for row in send.stored(ORGANISATION)}
    assert (outcome.changed, names["riverside"]) == (1, "River")


def test_an_organisation_may_be_named_before_its_successor(take_in, send):
    take_in(organisation=FILES["organisation"])
    assert {row.code: row.successor_code for row in send.stored(ORGANISATION)}["east"] == "new"


def test_a_membership_is_told_apart_by_its_start(take_in, send):
    north = {"partnership_code": "north", "organisation_code": "riverside"}
    outcome = take_in(
        membership=[
            north | {"role": "lead"},
            north | {"role": "member", "valid_from": "2020-01-01"},
        ]
    )
    assert (outcome.changed, outcome.new, len(send.stored(MEMBERSHIP))) == (1, 1, 3)


def test_a_rule_also_binds_what_stays_stored_in_a_column_that_is_left_out(take_in):
    council = {"code": "east", "name": "East Council", "kind": "local_authority"}
    take_in(organisation=[council | {"valid_from": "2025-04-01"}])
    (problem,) = take_in(organisation=[council | {"valid_to": "2025-03-31"}]).errors
    assert (problem.column, problem.problem) == ("valid_to", "This is before valid_from.")


def test_a_rule_of_a_country_stands_beside_the_common_one(take_in, send):
    take_in(setting=FILES["setting"])
    months = [row.value for row in send.stored(SETTING) if row.key == "currency_months"]
    assert sorted(months) == ["24", "36"]


@pytest.mark.parametrize(
    ("table", "broken", "problem"),
    [
        ("organisation", {"kind": "club"}, "This code is unknown."),
        ("organisation", {"region_code": "E1"}, "This region is unknown."),
        ("organisation", {"successor_code": "east"}, "Nobody succeeds themselves."),
        ("membership", {"organisation_code": "x"}, "This organisation is unknown."),
        ("programme", {"name": None}, "A value is missing."),
        ("programme", {"organisation_code": "new"}, "This is no university."),
        ("setting", {"value": "many"}, "This is not a whole number."),
        ("setting", {"value": -1}, "This is under 0."),
        ("setting", {"key": "curency_months"}, "This key is unknown."),
        ("target", {"indicator": "net_suply"}, "This indicator is unknown."),
        ("target", {"scope": "partnership:x"}, "This scope is unknown."),
        ("target", {"scope": "anywhere"}, "This scope is unknown."),
    ],
)
def test_a_broken_row_is_one_problem_and_nothing_is_written(take_in, send, table, broken, problem):
    before = send.stored(DATA_VERSION), send.stored(ORGANISATION)
    first, *others = FILES[table]
    (found,) = take_in(**FILES | {table: [first | broken, *others]}).errors
    assert (found.sheet, found.row, found.column) == (table, 2, *broken)
    assert found.problem == problem
    assert (send.stored(DATA_VERSION), send.stored(ORGANISATION)) == before


def test_an_unknown_setting_is_told_which_there_are(take_in):
    (problem,) = take_in(setting=[FILES["setting"][0] | {"key": "curency_months"}]).errors
    assert problem.fix.startswith(
        "Use one of: account_retention_months, currency_months, daily_fee_pence, "
    )


def test_a_university_that_moved_out_of_england_is_asked_no_more_about_its_days(take_in, send):
    send(demand=[row("demand", days=90)])
    wales = {"code": "northern", "name": "Northern University", "kind": "hei"}
    take_in(organisation=[wales | {"region_code": "W92000004"}])
    assert send.stored(ROW_QUERY) == []


def test_a_partner_whose_membership_is_entered_is_queried_no_more(take_in, send):
    send.do(factories.council("lakeside"))
    send(requests=[row("requests", employer="lakeside")])
    joined = {"partnership_code": "north", "organisation_code": "lakeside", "role": "member"}
    take_in(membership=[joined])
    assert send.stored(ROW_QUERY) == []


def test_a_programme_stays_with_its_university(take_in, send):
    send.do(factories.university("southern"))
    programme = {"code": "northern-ba", "name": "BA", "route": "undergraduate"}
    (problem,) = take_in(programme=[programme | {"organisation_code": "southern"}]).errors
    assert problem.problem == "This programme is one of northern."


def test_what_changed_is_in_the_history(take_in, send):
    take_in(programme=[{"code": "northern-ba", "organisation_code": "northern",
                        "name": "BA", "route": "undergraduate"}])  # fmt: skip
    (entry,) = send.stored(AUDIT)
    assert (entry.table, entry.row, entry.after) == ("programme", "northern-ba", {"name": "BA"})
