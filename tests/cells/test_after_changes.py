"""Figures from kept cells follow changes that reach beyond the row that changed."""

from datetime import date

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.returns.read import read
from data.returns.reference import REFERENCE
from data.selection import Selection
from tests.cells.changing import (
    DAYS,
    TODAY,
    disagreements,
    ended,
    figure,
)
from tests.support.files import AUTHOR, as_csv, row


def test_a_student_s_first_placement_counts_with_the_final_that_is_there(educated, reader, store):
    final = row("placements", ref="R2", level="final", status="completed", **ended(DAYS[2]))
    educated(placements=[final])
    disagreements(store, reader)
    educated(placements=[row("placements", ref="R1", level="first", statutory="yes")])
    assert not disagreements(store, reader)


def test_a_student_counts_for_whoever_takes_the_course_before_them(educated, reader, store):
    course = row(
        "pe_training",
        pe_ref="PE-1",
        started_on=date(2024, 9, 1),
        outcome="passed",
        outcome_on=date(2025, 3, 3),
    )
    educated(pe_training=[course])
    disagreements(store, reader)
    educated(
        placements=[
            row("placements", pe_ref="PE-1", status="started", actual_start=date(2025, 9, 22))
        ]
    )
    assert not disagreements(store, reader)


def test_a_placement_counts_under_the_agreement_that_its_offer_names_later(educated, reader, store):
    offer = row("offers", ref="O1")
    educated(agreements=[row("agreements", ref="A1", places_per_year_low=2)], offers=[offer])
    begun = {"status": "started", "actual_start": date(2025, 9, 22)}
    educated(placements=[row("placements", offer_ref="O1", **begun)])
    disagreements(store, reader)
    assert not educated(offers=[offer | {"agreement_ref": "A1"}]).errors
    assert not disagreements(store, reader)


def test_an_organisation_that_moves_takes_its_figures_along(educated, store, tmp_path):
    educated(offers=[row("offers")])
    there = Ask(INDICATORS["net_supply"], Selection(TODAY, regions=("E12000009",)), ())
    before = figure(store, there)
    columns = ["code", "name", "kind", "region_code"]
    moved = ["riverside", "Riverside", "local_authority", "E12000009"]
    path = as_csv(tmp_path / "organisation.csv", [columns, moved])
    upload_reference(educated.engine, read(path, REFERENCE), AUTHOR, named=Named())
    assert (before.value, figure(store, there).value) == (0, 1)


def test_a_rule_that_changes_changes_the_figures_it_stands_behind(educated, store, tmp_path):
    current = Ask(INDICATORS["pe_current"], Selection(TODAY), ())
    before = figure(store, current).value
    columns = ["key", "value", "valid_from", "country"]
    path = as_csv(
        tmp_path / "setting.csv", [columns, ["currency_months", 1, "2026-01-01", "England"]]
    )
    upload_reference(educated.engine, read(path, REFERENCE), AUTHOR, named=Named())
    assert (before, figure(store, current).value) == (2, 0)


def test_a_return_that_falls_due_is_missed_at_once(educated, store, tmp_path):
    educated(offers=[row("offers")])
    offered = Ask(INDICATORS["net_supply"], Selection(TODAY, years=("2025/26",)), ())
    before = figure(store, offered)
    quarter = {"quarter": "2025/26 Q1", "starts_on": "2025-09-01", "ends_on": "2025-11-30"}
    quarter |= {"opens": "2025-11-16", "due": "2025-12-14"}
    path = as_csv(tmp_path / "return_period.csv", [[*quarter], [*quarter.values()]])
    upload_reference(educated.engine, read(path, REFERENCE), AUTHOR, named=Named())
    after = figure(store, offered)
    assert [figure.status for figure in (before, after)] == ["ok", "partial"]
