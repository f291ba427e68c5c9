"""Returns: due, in time, missing, confirmed; and the cells that they require."""

from datetime import UTC, date, datetime

import pytest

from data.schema import AUDIT
from data.selection import Selection
from tests import factories

pytestmark = pytest.mark.clock

DAY = date(2026, 2, 1)
TODAY = Selection(DAY)
DUE = date(2025, 12, 14)
ON_TIME, FRESH, COMPLETE = "returns_on_time", "freshness_days", "return_completeness"


def at(month, day, hour=9):
    return datetime(2025 if month > 2 else 2026, month, day, hour, tzinfo=UTC)


def step(organisation, state, moment, number):
    """A line of the history: the return moved on to a state."""
    return AUDIT.insert().values(
        sequence=number,
        when=moment,
        who="test",
        door="form",
        table="return_status",
        row=f"north/{organisation}/2025/26 Q1",
        before={"state": "in_progress"},
        after={"state": state},
    )


@pytest.fixture
def engine(sqlite_engine):
    """Days are compared in Python, whatever the database; tests/oracle/ asks both kinds."""
    return sqlite_engine


@pytest.fixture
def due(given):
    """A university and a council of whom the return of last autumn was due."""
    given(*factories.reference(), factories.period())


def told(found):
    return found.value, found.n, found.status


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize(
    ("moment", "share"),
    [
        (at(12, 14, 23), 0.5),
        (at(12, 15, 0), 0.0),
        (at(12, 1), 0.5),
    ],
)
def test_the_due_date_itself_is_in_time(figure, given, moment, share):
    given(factories.return_state("riverside", at=moment))
    assert told(figure(ON_TIME, TODAY)) == (share, 2, "ok")


@pytest.mark.usefixtures("due")
def test_a_missing_return_is_due_and_not_in_time(figure):
    found = figure(ON_TIME, TODAY)
    assert (*told(found), found.note) == (0, 2, "ok", "2 missing")


@pytest.mark.usefixtures("due")
def test_signing_off_later_makes_no_return_late(figure, given):
    given(
        factories.return_state("riverside", "signed_off", at=at(1, 20)),
        step("riverside", "submitted", at(12, 10), 1),
        step("riverside", "signed_off", at(1, 20), 2),
    )
    assert figure(ON_TIME, TODAY).value == 0.5


@pytest.mark.usefixtures("due")
def test_a_return_that_was_sent_back_and_has_not_come_again_is_missing(figure, given):
    given(
        factories.return_state("riverside", "sent_back", at=at(12, 12), reason="Incomplete"),
        step("riverside", "submitted", at(12, 10), 1),
    )
    assert figure(ON_TIME, TODAY).value == 0


@pytest.mark.usefixtures("due")
def test_before_its_due_date_has_passed_no_return_is_due(figure):
    assert told(figure(ON_TIME, Selection(DUE))) == (None, None, "not_applicable")


@pytest.mark.usefixtures("due")
def test_one_that_came_before_it_was_due_is_confirmed_all_the_same(figure, given):
    given(factories.return_state("riverside", at=at(12, 4)))
    assert figure(FRESH, Selection(date(2025, 12, 10))).value == 6


@pytest.mark.usefixtures("due")
def test_of_several_partners_the_longest_ago_counts(figure, given):
    given(
        factories.return_state("riverside", at=at(12, 2)),
        factories.return_state("northern", at=at(1, 31)),
    )
    assert told(figure(FRESH, TODAY)) == (61, 2, "ok")


@pytest.mark.usefixtures("due")
def test_by_organisation_each_has_its_own(values, given):
    given(
        factories.return_state("riverside", at=at(12, 2)),
        factories.return_state("northern", at=at(1, 31)),
    )
    found = values(FRESH, TODAY, ("organisation",))
    assert found == {("riverside",): 61, ("northern",): 1}


@pytest.mark.usefixtures("due")
def test_one_who_never_confirmed_makes_it_partial(figure, given):
    given(factories.return_state("riverside", at=at(12, 2)))
    found = figure(FRESH, TODAY)
    assert (found.status, found.reported, found.expected) == ("partial", 1, 2)


@pytest.mark.usefixtures("due")
def test_a_return_that_was_reopened_was_confirmed_when_it_was_signed(figure, given):
    given(
        factories.return_state("riverside", "reopened", at=at(1, 30), reason="A slip"),
        step("riverside", "submitted", at(12, 2), 1),
        step("riverside", "signed_off", at(12, 9), 2),
    )
    assert figure(FRESH, Selection(DAY, organisations=("riverside",))).value == 54


@pytest.mark.usefixtures("due")
def test_what_is_confirmed_later_is_not_yet_known(figure, given):
    given(factories.return_state("riverside", at=at(1, 31)))
    riverside = Selection(date(2026, 1, 15), organisations=("riverside",))
    assert told(figure(FRESH, riverside)) == (None, None, "not_reported")


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize("filters", [{"levels": ("final",)}, {"areas": ("adults",)}])
def test_no_level_and_no_area_changes_what_is_due(figure, filters):
    assert figure(ON_TIME, Selection(DAY, **filters)).n == 2


@pytest.mark.usefixtures("due")
def test_what_is_not_known_is_filled_and_counted_apart(figure, given):
    given(factories.offer(service_area="not_known", statutory="not_known"))
    found = figure(COMPLETE, Selection(DAY, organisations=("riverside",)))
    assert (found.numerator, found.denominator, found.note) == (7, 7, "2 say “not known”")


@pytest.mark.usefixtures("due")
def test_rows_of_no_day_stand_in_every_year(figures, given):
    given(factories.offer(), factories.practice_educator())
    found = figures(COMPLETE, TODAY, ("academic_year",))
    assert {key: each.denominator for key, each in found.items()} == {("2025/26",): 9}


@pytest.mark.usefixtures("due")
def test_a_row_counts_under_whoever_sends_it(figures, given):
    given(factories.placement(owner="northern", employer="riverside"))
    found = figures(COMPLETE, TODAY, ("organisation",))
    assert {key: each.denominator for key, each in found.items()} == {
        ("northern",): 9,
        ("riverside",): None,
    }
