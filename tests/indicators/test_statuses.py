"""Nought, not reported, partial, provisional and not applicable: five things, never one."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

DAY = date(2026, 2, 1)
TODAY = Selection(as_at=DAY)
LAST_YEARS_PERIOD = {
    "starts_on": date(2024, 9, 1),
    "ends_on": date(2024, 11, 30),
    "opens": date(2024, 11, 17),
    "due": date(2024, 12, 14),
}


def of_year(year):
    return Selection(as_at=DAY, years=(year,))


def told(figure):
    return figure.value, figure.status


def counted(figure):
    return figure.status, figure.reported, figure.expected


@pytest.fixture
def engine(sqlite_engine):
    """What a status is does not depend on the kind of database."""
    return sqlite_engine


@pytest.fixture
def due(given):
    """A university and a council of whom the return of last autumn is due."""
    given(*factories.reference(), factories.period())


@pytest.fixture
def two_councils(due, given):
    """A second council, and only the first has sent its return: three places."""
    given(
        factories.council("hillside"),
        factories.membership("hillside"),
        factories.offer(places=3),
        factories.return_state("riverside"),
    )


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


@pytest.mark.usefixtures("due")
def test_a_university_owes_no_offers(figure, given):
    given(factories.return_state("riverside"))
    assert counted(figure("net_supply", TODAY)) == ("ok", 1, 1)


@pytest.mark.usefixtures("due")
def test_a_council_owes_no_demand(figure, given):
    given(factories.return_state("riverside"))
    assert figure("demand", TODAY).status == "not_reported"


@pytest.mark.usefixtures("two_councils")
@pytest.mark.parametrize(
    "period", [{"valid_to": date(2025, 8, 31)}, {"valid_from": date(2025, 12, 1)}]
)
def test_whoever_was_no_member_in_the_quarter_owes_nothing_for_it(figure, given, period):
    given(
        factories.council("valley"),
        factories.membership("valley", **period),
        factories.return_state("hillside"),
    )
    assert figure("net_supply", TODAY).status == "ok"


@pytest.mark.usefixtures("due")
def test_a_former_member_is_not_expected_in_a_later_year(figure, given):
    given(
        factories.council("valley"),
        factories.membership("valley", valid_to=date(2025, 8, 31)),
        factories.return_state("riverside"),
    )
    assert figure("net_supply", of_year("2025/26")).expected == 1


@pytest.mark.usefixtures("due")
def test_a_partner_who_came_back_still_owes_what_it_owed_before_it_left(figure, given):
    given(
        factories.period("2024/25 Q1", **LAST_YEARS_PERIOD),
        factories.council("valley"),
        factories.membership("valley", valid_to=date(2025, 8, 31)),
        factories.membership("valley", valid_from=date(2025, 9, 1)),
        factories.return_state("valley"),
        factories.offer(owner="valley"),
    )
    valley = Selection(as_at=DAY, organisations=("valley",))
    assert counted(figure("net_supply", valley)) == ("partial", 0, 1)


def test_a_return_missing_last_year_leaves_this_year_whole(figure, given):
    given(*factories.reference(), factories.period("2024/25 Q1", **LAST_YEARS_PERIOD))
    assert figure("net_supply", of_year("2025/26")).status == "provisional"


def test_a_return_missing_last_year_is_missing_from_that_year(figure, given):
    given(*factories.reference(), factories.period("2024/25 Q1", **LAST_YEARS_PERIOD))
    assert figure("net_supply", of_year("2024/25")).status == "not_reported"


@pytest.mark.parametrize(("year", "status"), [("2024/25", "ok"), ("2025/26", "provisional")])
def test_a_year_is_provisional_until_it_has_ended(figure, given, year, status):
    given(*factories.reference())
    assert figure("net_supply", of_year(year)).status == status


def test_a_year_ends_on_31_august(figure, given):
    given(*factories.reference())
    selection = Selection(as_at=date(2026, 8, 31), years=("2025/26",))
    assert figure("net_supply", selection).status == "ok"


@pytest.mark.usefixtures("two_councils")
def test_what_is_partial_says_so_before_that_it_is_provisional(figure):
    assert told(figure("net_supply", of_year("2025/26"))) == (3, "partial")


def test_by_year_only_the_one_in_progress_is_provisional(figures, given):
    given(*factories.reference(), factories.offer(), factories.offer(window_start=date(2025, 1, 6)))
    found = figures("net_supply", TODAY, ("academic_year",))
    assert {key: figure.status for key, figure in found.items()} == {
        ("2024/25",): "ok",
        ("2025/26",): "provisional",
    }


def test_a_ratio_over_nobody_is_not_applicable(figure, given):
    given(*factories.reference(), factories.offer(), factories.demand(students=0))
    assert told(figure("sufficiency", TODAY)) == (None, "not_applicable")


@pytest.mark.usefixtures("due")
def test_a_ratio_with_one_side_missing_is_not_reported(figure, given):
    given(factories.return_state("riverside"), factories.offer())
    assert told(figure("sufficiency", TODAY)) == (None, "not_reported")


@pytest.mark.usefixtures("due")
def test_a_filter_that_one_side_can_not_follow_is_not_applicable(figure, given):
    given(factories.offer(), factories.demand())
    selection = Selection(as_at=DAY, routes=("undergraduate",))
    assert told(figure("sufficiency", selection)) == (None, "not_applicable")


def test_a_partnership_known_from_documents_has_not_reported(figure, given):
    given(
        factories.partnership(origin="published"),
        factories.council(),
        factories.membership("riverside"),
    )
    assert told(figure("net_supply", TODAY)) == (None, "not_reported")


def test_a_partnership_known_from_documents_leaves_another_whole(figures, given):
    given(
        *factories.reference(),
        factories.offer(places=3),
        factories.partnership("east", origin="published"),
        factories.membership("riverside", "east"),
    )
    found = figures("net_supply", TODAY, ("partnership",))
    assert {key: told(figure) for key, figure in found.items()} == {
        ("east",): (None, "not_reported"),
        ("north",): (3, "ok"),
    }


def test_a_partnership_known_from_documents_reports_nothing_that_none_of_it_could_send(
    figures, given
):
    given(
        *factories.reference(),
        factories.demand(students=3),
        factories.partnership("east", origin="published"),
        factories.membership("riverside", "east"),
    )
    found = figures("demand", TODAY, ("partnership",))
    assert told(found["east",]) == (None, "not_reported")


@pytest.mark.usefixtures("due")
def test_a_period_that_only_others_take_part_in_is_not_owed(figure, given):
    given(
        factories.return_state("riverside"),
        factories.partnership("south"),
        factories.council("hillside"),
        factories.membership("hillside", "south"),
    )
    assert told(figure("net_supply", TODAY.only(partnerships=("south",)))) == (0, "ok")
