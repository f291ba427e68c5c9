"""Missing, partial, provisional, not applicable and nought stay apart."""

from datetime import date

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.selection import Selection
from data.workbench import Workbench
from tests import factories

DAY = date(2026, 3, 1)
TODAY = Selection(as_at=DAY)
LAST_YEAR = date(2024, 9, 23)


@pytest.fixture
def partners(given):
    """A university and two councils, whose return of the first quarter was due in December."""
    given(
        *factories.reference(),
        factories.council("hilltop"),
        factories.membership("hilltop"),
        factories.period(),
    )


def test_a_total_over_partners_of_whom_one_is_missing_is_partial(figure, partners, given):
    given(factories.return_state("riverside"), factories.offer(places=4))
    found = figure("net_supply", TODAY)
    assert (found.value, found.status, found.reported, found.expected) == (4, "partial", 1, 2)


def test_a_total_over_partners_who_all_reported_is_whole(figure, partners, given):
    given(factories.return_state("riverside"), factories.return_state("hilltop"))
    found = figure("net_supply", TODAY)
    assert (found.value, found.status, found.reported, found.expected) == (0, "ok", 2, 2)


def test_a_reopened_return_has_arrived(figure, partners, given):
    given(
        factories.return_state("riverside", "reopened", reason="A late start"),
        factories.return_state("hilltop"),
    )
    assert figure("net_supply", TODAY).status == "ok"


def test_a_return_sent_back_has_not_arrived(figure, partners, given):
    given(factories.return_state("northern", "sent_back", reason="Two rows are the same"))
    assert figure("demand", TODAY).status == "not_reported"


def test_by_partner_the_one_who_is_missing_is_named_though_it_has_no_rows(figures, partners, given):
    given(factories.return_state("riverside"), factories.offer(places=4))
    found = figures("net_supply", TODAY, ("organisation",))
    assert {key: figure.status for key, figure in found.items()} == {
        ("riverside",): "ok",
        ("hilltop",): "not_reported",
    }


def test_a_missing_side_makes_a_ratio_not_reported(figure, partners, given):
    given(factories.return_state("northern"), factories.demand(students=5))
    assert figure("sufficiency", TODAY).status == "not_reported"


def test_only_the_years_chosen_are_looked_at_for_missing_returns(figure, partners):
    assert figure("demand", TODAY.only(years=("2024/25",))).status == "ok"


def test_a_partner_who_left_before_the_year_is_not_expected(figure, partners, given):
    given(
        factories.council("valley"),
        factories.membership("valley", valid_to=date(2025, 6, 30)),
    )
    assert figure("net_supply", TODAY.only(years=("2025/26",))).expected == 2


def test_an_employer_waits_for_the_placements_return_of_its_university(figure, partners):
    found = figure("allocated", TODAY.only(organisations=("riverside",)))
    assert (found.status, found.reported, found.expected) == ("not_reported", 0, 1)


def test_a_partnership_known_from_documents_reports_nothing(figure, given):
    given(
        factories.partnership("paper", origin="published"),
        factories.university(),
        factories.membership("northern", "paper"),
    )
    assert figure("demand", TODAY).status == "not_reported"


def test_a_year_in_progress_is_provisional(figure, given):
    given(*factories.reference(), factories.demand(students=5))
    assert figure("demand", TODAY.only(years=("2025/26",))).status == "provisional"


def test_the_last_day_of_a_year_ends_it(figure, given):
    given(*factories.reference(), factories.demand(students=5))
    on_its_last_day = Selection(as_at=date(2026, 8, 31), years=("2025/26",))
    assert figure("demand", on_its_last_day).status == "ok"


def test_by_year_only_the_one_in_progress_is_provisional(figures, given):
    given(
        *factories.reference(),
        factories.demand(),
        factories.demand(window_start=LAST_YEAR),
    )
    found = figures("demand", TODAY, ("academic_year",))
    assert {key: figure.status for key, figure in found.items()} == {
        ("2024/25",): "ok",
        ("2025/26",): "provisional",
    }


def test_a_filter_that_one_side_can_not_follow_leaves_no_meaning(figure, given):
    given(*factories.reference(), factories.demand(), factories.offer())
    assert figure("balance", TODAY.only(routes=("undergraduate",))).status == "not_applicable"


def test_no_matching_has_a_meaning_for_one_organisation(figure, given):
    given(*factories.reference(), factories.demand(), factories.offer())
    found = figure("unmatched_shortfall", TODAY.only(organisations=("northern",)))
    assert found.status == "not_applicable"


@pytest.mark.parametrize("by", ["level", "service_area"])
def test_spare_places_have_no_level_or_area(figures, given, by):
    given(*factories.reference(), factories.demand(), factories.offer())
    assert [f.status for f in figures("spare_places", TODAY, (by,)).values()] == ["not_applicable"]


def test_a_real_nought_is_nought(figure, given):
    given(*factories.reference(), factories.offer(places=0))
    found = figure("net_supply", TODAY)
    assert (found.value, found.n, found.status) == (0, 1, "ok")


@pytest.mark.parametrize(
    ("indicator", "changes"),
    [
        ("days_per_worker", {}),
        ("concern_rate", {}),
        (
            "late_finish_rate",
            {"status": "completed", "actual_end": date(2026, 1, 30)},
        ),
    ],
)
def test_what_every_row_leaves_blank_is_not_reported_rather_than_nought(
    figure, given, indicator, changes
):
    given(
        *factories.reference(),
        factories.placement(actual_start=date(2025, 9, 22), **changes),
        factories.workforce(fte_in_post=20),
    )
    found = figure(indicator, TODAY)
    assert (found.value, found.status, found.note) == (
        None,
        "not_reported",
        "left blank in every row",
    )


def test_one_row_that_says_is_enough(figure, given):
    started = {"actual_start": date(2025, 9, 22)}
    given(
        *factories.reference(),
        factories.placement(**started),
        factories.placement(days_required=70, **started),
        factories.workforce(fte_in_post=20),
    )
    assert figure("days_per_worker", TODAY).value == 3.5


def test_figures_of_the_same_partners_that_rest_on_other_years_are_told_apart(reader, partners):
    chosen = TODAY.only(years=("2024/25",))
    asks = [Ask(INDICATORS[each], chosen) for each in ("activities_held", "contributions_cash")]
    with reader.snapshot() as snapshot:
        found = evaluate(Workbench(snapshot), asks)
    # Money has financial years, so that no academic year chooses which returns it waits for.
    assert [found[ask][0].reported for ask in asks] == [3, 0]
