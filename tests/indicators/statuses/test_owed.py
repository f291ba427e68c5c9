"""Who owes which return, and whose figures lack it."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories
from tests.indicators.statuses.conftest import DAY, LAST_YEARS_PERIOD, TODAY, counted, of_year, told


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
