"""Where a number came from."""

from datetime import date

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.explain import Rows, explain
from data.selection import Selection
from data.workbench import Workbench
from tests import factories

TODAY = Selection(as_at=date(2026, 3, 1))
STARTED = {"actual_start": date(2025, 9, 22)}


@pytest.fixture
def explained(reader):
    """The explanation of an indicator."""

    def ask(indicator, selection=TODAY):
        with reader.snapshot() as snapshot:
            return explain(Workbench(snapshot), Ask(INDICATORS[indicator], selection))

    return ask


def test_rows_that_do_not_count_are_told_apart_by_their_first_reason(explained, given):
    given(
        *factories.reference(),
        factories.placement(**STARTED),
        factories.placement(statutory="not_known", **STARTED),
        factories.placement(),
        factories.placement(status="cancelled"),
        factories.placement(voided_at=factories.NOW, voided_reason="entered twice"),
    )
    found = explained("statutory_share")
    assert (found.counted, found.left_out) == (
        (Rows("Placements", 1),),
        (
            Rows("Placements", 1, "cancelled"),
            Rows("Placements", 1, "not started by then"),
            Rows("Placements", 1, "of unknown statutory status"),
            Rows("Placements", 1, "voided"),
        ),
    )


def test_rows_outside_the_filters_are_not_left_out_but_elsewhere(explained, given):
    given(*factories.reference(), factories.demand(level="first"))
    found = explained("demand", TODAY.only(levels=("final",)))
    assert (found.counted, found.left_out) == ((Rows("Demand", 0),), ())


def test_rows_without_the_number_needed_are_left_out(explained, given):
    given(*factories.reference(), factories.placement(**STARTED))
    reasons = [rows.reason for rows in explained("days_per_worker").left_out]
    assert reasons == ["without a number where one is needed"]


def test_both_sides_of_a_difference_are_behind_it(explained, given):
    given(*factories.reference(), factories.demand(), factories.offer())
    sheets = [rows.sheet for rows in explained("balance").counted]
    assert sheets == ["Offers", "Demand"]


def test_partners_whose_return_is_missing_are_named_with_the_day_it_was_due(explained, given):
    given(*factories.reference(), factories.period(), factories.return_state("northern"))
    found = explained("balance")
    (awaited,) = found.awaited
    assert (found.reported, found.expected, awaited.member.name, awaited.missing[0].due) == (
        1,
        2,
        "Riverside",
        date(2025, 12, 14),
    )


def test_a_figure_without_meaning_has_nothing_behind_it(explained, given):
    given(*factories.reference())
    assert not explained("balance", TODAY.only(routes=("undergraduate",))).has_meaning
