"""All problems of a file are told at once, by cell, and nothing of it is written."""

import pytest

from data.returns.sheets import SHEETS
from data.schema import AUDIT, FACTS
from tests import factories
from tests.support.files import row


def test_of_many_problems_the_first_thousand_are_listed(sqlite_send):
    errors = sqlite_send(offers=[row("offers", places="some", level="x")] * 600).errors
    assert len(errors) == 1001
    assert errors[-1].problem == "There are more problems than these 1,000."
    assert {error.problem for error in errors[:-1]} == {
        "This is not a whole number.",
        "This code is unknown.",
    }


def test_a_thousand_problems_are_all_of_them(sqlite_send):
    errors = sqlite_send(offers=[row("offers", places="some")] * 1000).errors
    assert [error.row for error in errors] == list(range(2, 1002))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_valid_row_of_each_sheet_goes_in(sqlite_send, sheet):
    outcome = sqlite_send(**{sheet: [row(sheet)]})
    assert (outcome.errors, len(sqlite_send.stored(FACTS[sheet]))) == ((), 1)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_key_that_comes_twice_is_one_problem(sqlite_send, sheet):
    same = {} if sheet == "workforce" else {"ref": "R1"}
    (found,) = sqlite_send(**{sheet: [row(sheet, **same), row(sheet, **same)]}).errors
    assert (found.row, found.problem[:5]) == (3, "Row 2")


def test_a_problem_names_the_cell_as_excel_does(sqlite_send):
    (found,) = sqlite_send(demand=[row("demand", students="four")]).errors
    assert (found.sheet, found.row, found.column) == ("demand", 2, "students")
    assert (found.cell, found.value) == ("K2", "four")


def test_all_problems_come_at_once(sqlite_send):
    outcome = sqlite_send(
        demand=[row("demand", students=-1, level="third"), row("demand", days="many")],
        offers=[row("offers", places=None)],
    )
    at = [(problem.sheet, problem.row, problem.column) for problem in outcome.errors]
    assert at == [
        ("demand", 2, "level"),
        ("demand", 2, "students"),
        ("demand", 3, "days"),
        ("offers", 2, "places"),
    ]


def test_a_refused_file_writes_nothing_at_all(sqlite_send):
    sqlite_send(offers=[row("offers"), row("offers", places=-1)], demand=[row("demand")])
    assert [len(sqlite_send.stored(table)) for table in (*FACTS.values(), AUDIT)] == [0] * 13


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("placements", "student_ref"),
        ("placements", "pe_ref"),
        ("practice_educators", "ref"),
        ("pe_training", "pe_ref"),
    ],
)
@pytest.mark.parametrize("value", ["Ann Example", "Example, Ann", "ann@example.org"])
def test_a_ref_that_looks_personal_is_refused_without_repeating_it(
    sqlite_send, sheet, column, value
):
    (found,) = sqlite_send(**{sheet: [row(sheet, **{column: value})]}).errors
    assert found.problem.startswith("This looks personal")
    assert (found.column, bool(found.cell), value in str(found)) == (column, True, False)


@pytest.mark.parametrize("value", ["S1", "Student 12", "Student A", "PE-0412", "Duty_team-ab"])
def test_a_pseudonym_is_no_name(sqlite_send, value):
    assert sqlite_send(placements=[row("placements", student_ref=value)]).new == 1


def test_an_organisation_that_is_no_member_may_not_file(sqlite_send):
    sqlite_send.do(factories.council("lakeside"))
    (found,) = sqlite_send(offers=[row("offers", owner="lakeside")]).errors
    assert found.problem == "lakeside is no member of north."


def test_an_organisation_goes_by_its_name_too(sqlite_send):
    outcome = sqlite_send(requests=[row("requests", employer=" RIVERSIDE ", owner="Northern")])
    assert outcome.new == 1


def test_training_may_name_an_educator_who_is_still_to_come(sqlite_send):
    assert sqlite_send(pe_training=[row("pe_training", pe_ref="PE-9")]).new == 1


def test_an_educator_of_the_university_may_take_a_placement(sqlite_send):
    outcome = sqlite_send(
        practice_educators=[row("practice_educators", owner="northern", ref="PE-1")],
        placements=[row("placements", pe_ref="PE-1")],
    )
    assert outcome.new == 2


def test_a_figure_may_be_part_of_one_that_comes_after_it(sqlite_send):
    rows = [row("reported_figures", ref="R0", part_of="R1"), row("reported_figures", ref="R1")]
    assert sqlite_send(reported_figures=rows).new == 2


def circle(size):
    """Figures that are part of each other, the last of the first."""
    return [row("reported_figures", ref=f"R{n}", part_of=f"R{(n + 1) % size}") for n in range(size)]


@pytest.mark.parametrize("size", [2, 3])
def test_figures_that_are_part_of_each_other_are_refused(sqlite_send, size):
    found = [error.problem for error in sqlite_send(reported_figures=circle(size)).errors]
    assert found == ["This leads back to the row itself, by way of others."] * size


def test_a_figure_that_closes_a_circle_with_stored_ones_is_refused(sqlite_send):
    sqlite_send(reported_figures=[*circle(3)[:2], row("reported_figures", ref="R2")])
    (found,) = sqlite_send(reported_figures=circle(3)[2:]).errors
    assert (found.column, found.value) == ("part_of", "R0")


def test_a_figure_that_leads_into_a_circle_is_none_of_it(sqlite_send):
    rows = [*circle(2), row("reported_figures", ref="R9", part_of="R0")]
    assert {error.row for error in sqlite_send(reported_figures=rows).errors} == {2, 3}
