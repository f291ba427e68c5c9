"""Nought, partial and not reported: what a figure is before and after its returns arrive."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories
from tests.indicators.statuses.conftest import DAY, TODAY, counted, told


@pytest.mark.usefixtures("due")
def test_a_missing_return_without_rows_is_not_reported(figure):
    assert told(figure("net_supply", TODAY)) == (None, "not_reported")


@pytest.mark.usefixtures("due")
def test_a_return_that_arrived_without_rows_says_nought(figure, given):
    given(factories.return_state("riverside"))
    assert told(figure("net_supply", TODAY)) == (0, "ok")


@pytest.mark.usefixtures("due")
def test_a_row_of_no_places_is_a_real_nought(figure, given):
    given(factories.return_state("riverside"), factories.offer(places=0))
    assert told(figure("net_supply", TODAY)) == (0, "ok")


@pytest.mark.usefixtures("due")
def test_rows_before_the_return_arrives_are_partial(figure, given):
    given(factories.offer(places=3))
    assert told(figure("net_supply", TODAY)) == (3, "partial")


@pytest.mark.usefixtures("two_councils")
def test_a_total_without_one_partner_is_partial_and_says_of_how_many(figure):
    assert counted(figure("net_supply", TODAY)) == ("partial", 1, 2)


@pytest.mark.usefixtures("two_councils")
def test_a_total_of_all_partners_is_whole(figure, given):
    given(factories.return_state("hillside"))
    assert counted(figure("net_supply", TODAY)) == ("ok", 2, 2)


@pytest.mark.usefixtures("two_councils")
def test_by_organisation_only_the_silent_one_is_not_reported(figures):
    found = figures("net_supply", TODAY, ("organisation",))
    assert {key: told(figure) for key, figure in found.items()} == {
        ("hillside",): (None, "not_reported"),
        ("riverside",): (3, "ok"),
    }


@pytest.mark.usefixtures("two_councils")
def test_a_voided_row_reports_nothing(figure, given):
    given(
        factories.offer(
            owner="hillside", places=9, voided_at=factories.NOW, voided_reason="Entered twice"
        )
    )
    selection = Selection(as_at=DAY, organisations=("hillside",))
    assert told(figure("net_supply", selection)) == (None, "not_reported")


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("not_open", "not_reported"),
        ("not_started", "not_reported"),
        ("in_progress", "not_reported"),
        ("sent_back", "not_reported"),
        ("submitted", "ok"),
        ("signed_off", "ok"),
        ("reopened", "ok"),
    ],
)
def test_only_some_states_of_a_return_are_an_arrival(figure, given, state, status):
    given(factories.return_state("riverside", state, reason="Because"))
    assert figure("net_supply", TODAY).status == status


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize(
    ("day", "status"), [(date(2025, 12, 14), "ok"), (date(2025, 12, 15), "not_reported")]
)
def test_a_return_is_missing_from_the_day_after_it_is_due(figure, day, status):
    assert figure("net_supply", Selection(as_at=day)).status == status
