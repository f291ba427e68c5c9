"""That a row is behind a figure tells something of each column that was asked about."""

from contextlib import ExitStack
from datetime import date

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.sides import group, sides
from data.people.person import Person
from data.selection import Selection
from data.tracing.rows import RowsBehind
from data.workbench import Workbench
from tests import factories

TODAY = Selection(as_at=date(2026, 3, 1))
STARTED = {"actual_start": date(2025, 9, 22), "status": "started"}
# Rows of the university that the council reads in part, and rows of its own.
WORLD = (
    factories.demand(),
    factories.request(),
    factories.placement(concern="yes", statutory="yes", days_required=70, **STARTED),
    factories.offer(),
    factories.practice_educator(),
    factories.practice_educator(owner="northern", stage2_on=date(2025, 7, 1)),
    factories.training(),
    factories.workforce(fte_in_post=10, fte_vacancies=1, fte_leavers=1, fte_agency=1),
)
COUNCIL = Person(
    1, "", "Sam", "coordinator", frozenset({"riverside"}), partnerships=frozenset({"north"})
)


@pytest.fixture
def behind(reader):
    """The rows behind a figure: `behind("net_supply", ("term",), ("autumn",))`."""
    with ExitStack() as opened:

        def of(indicator, by=(), key=(), selection=TODAY):
            # What a test has put in by then is seen, and not only what was there before.
            bench = Workbench(opened.enter_context(reader.snapshot()))
            ask = Ask(INDICATORS[indicator], selection, by)
            return [
                RowsBehind(bench, group(bench, ask, build, key), of_source)
                for build, of_source in sides(ask.work).items()
            ]

        yield of


@pytest.fixture
def told(behind):
    """The columns that being behind a figure tells of."""

    def of(indicator, *rest):
        return {column for each in behind(indicator, *rest) for column in each.tells()}

    return of


def test_a_row_that_counts_tells_of_what_it_is_counted_for(told):
    assert told("concern_rate") == {"status", "actual_start", "concern"}


def test_a_group_tells_of_what_it_is_grouped_by(told):
    assert "service_area" in told("pe_on_register", ("service_area",), ("adults",))


def test_a_filter_tells_of_what_it_filters_by(told):
    assert "level" in told("allocated", (), (), TODAY.only(levels=("final",)))


def test_what_else_a_student_did_tells_of_the_student(told):
    assert "student_ref" in told("both_areas_rate")


def test_a_census_tells_of_its_numbers_wherever_they_are_looked_at(told):
    assert {"fte_in_post", "fte_vacancies", "census_on"} <= told("vacancy_rate")


def test_a_cell_that_may_be_not_applicable_is_one_column(told):
    assert not {name for name in told("agency_rate") if name.endswith("_na")}


@pytest.mark.parametrize("indicator", INDICATORS)
def test_nobody_is_shown_rows_by_columns_that_they_do_not_see(given, behind, indicator):
    given(*factories.reference(), *WORLD)
    for each in behind(indicator):
        rows = each.rows(COUNCIL, 0, 10)
        assert len(rows) == each.count(COUNCIL)
        assert all(each.tells() <= row.cells.keys() for row in rows)


def test_who_stopped_is_told_by_the_rows_of_the_year_before(given, behind):
    given(
        *factories.reference(),
        factories.offer(ref="O1", window_start=date(2024, 10, 1)),
        factories.offer(ref="O2", window_start=date(2023, 10, 1)),
    )
    (rows,) = behind("employers_lapsed", (), (), TODAY.only(years=("2025/26",)))
    assert rows.whole.rows == 1


def test_whom_a_matching_leaves_out_at_one_level_hangs_on_every_level(given, behind):
    given(*factories.reference(), factories.demand(level="first"), factories.demand())
    students, _places = behind("unmatched_shortfall", ("level",), ("first",))
    assert students.whole.rows == 2


def test_the_last_change_is_the_latest_of_these_rows(given, behind):
    later = factories.NOW.replace(hour=12)
    given(
        *factories.reference(),
        factories.offer(updated_by="import"),
        factories.offer(updated_by="Cora", updated_at=later),
        factories.demand(updated_by="Uma", updated_at=later.replace(hour=15)),
    )
    (rows,) = behind("net_supply")
    change = rows.last_change()
    assert (change.at, change.by) == (later, "Cora")
