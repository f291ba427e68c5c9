"""What needs a decision is raised by published rules, and nothing else is."""

from datetime import date

import pytest

from dashboard.attention.behind import PAGES as TOPICS
from dashboard.indicators import INDICATORS
from layouts.pages import PAGES
from tests import factories

TODAY = date(2026, 2, 1)
DUE = date(2025, 12, 14)
NEXT_AUTUMN = date(2026, 10, 1)


@pytest.fixture
def partners(given):
    given(*factories.reference())


@pytest.fixture
def reported(partners, given):
    """Both partners have sent the one return that was due."""
    given(
        factories.period("2025/26 Q1", due=DUE),
        factories.return_state("riverside"),
        factories.return_state("northern"),
    )


def needed(students):
    """Final students who need a place in the next autumn."""
    return factories.demand(
        students=students, window_start=NEXT_AUTUMN, window_end=date(2027, 2, 1)
    )


def rules(raised):
    return [each.rule for each in raised]


def test_where_nothing_is_the_matter_nothing_is_raised(reported, found):
    assert found(TODAY) == []


def test_students_without_a_place_are_raised_with_their_terms(reported, given, found):
    given(needed(5), factories.offer(places=2, window_start=NEXT_AUTUMN))
    raised, *_ = found(TODAY)
    assert raised.words == (
        "North Teaching Partnership: 3 students cannot be placed, whatever the allocation: "
        "3 in autumn 2026/27"
    )
    assert (raised.rule, raised.due, raised.size) == ("short_of_places", date(2026, 9, 1), 3)


def test_a_term_that_has_ended_is_past_deciding(reported, given, found):
    given(factories.demand(students=5, window_start=date(2025, 10, 1)))
    assert found(TODAY) == []


def test_finals_without_a_stage_2_educator_are_raised(reported, given, found):
    given(
        needed(2),
        factories.offer(places=2, level="final", window_start=NEXT_AUTUMN),
    )
    assert "short_of_stage_2" in rules(found(TODAY))


def test_a_missing_return_is_the_partner_s_since_it_was_due(partners, given, found):
    given(factories.period("2025/26 Q1", due=DUE), factories.return_state("northern"))
    (raised,) = found(TODAY)
    assert (raised.rule, raised.scope, raised.due) == (
        "late_return",
        "organisation:riverside",
        DUE,
    )
    assert raised.owner == "Riverside"


def test_a_figure_of_a_day_is_judged_now(reported, given, found):
    given(factories.target("pe_current", 4), factories.practice_educator())
    raised = found(TODAY)
    assert rules(raised) == ["behind_target"]
    assert raised[0].owner == "Riverside"


def test_a_figure_of_a_year_is_judged_once_it_has_ended(reported, given, found):
    given(
        factories.target("net_supply", 10, "2024/25"),
        factories.target("net_supply", 10, "2025/26"),
        factories.offer(places=4, window_start=date(2024, 10, 1)),
        factories.offer(places=4, ref="O2", window_start=date(2025, 10, 1)),
    )
    (raised,) = found(TODAY)
    assert (
        raised.words == "North Teaching Partnership: Places offered in 2024/25 is 4, the target 10"
    )


def test_money_of_every_year_is_not_held_against_a_target_of_one(reported, given, found):
    given(
        factories.finance(kind="cash", actual=100),
        factories.target("contributions", 90, year="2024/25"),
    )
    assert "behind_target" not in rules(found(TODAY))


def test_a_figure_with_returns_missing_is_never_judged(partners, given, found):
    given(
        factories.period("2025/26 Q1", due=DUE),
        factories.return_state("northern"),
        factories.target("pe_current", 4),
        factories.practice_educator(),
    )
    assert "behind_target" not in rules(found(TODAY))


def test_an_action_is_overdue_from_the_day_after(reported, given, found):
    given(factories.action(due=date(2026, 1, 31)))
    (raised,) = found(TODAY)
    assert (raised.rule, raised.owner) == ("action_overdue", "Sam Okafor")
    assert found(date(2026, 1, 31)) == []


def test_an_exception_has_the_owner_and_the_day_of_the_action_that_answers_it(
    reported, given, found
):
    given(
        needed(5),
        factories.action(rule="short_of_places", indicator="unmatched_shortfall"),
    )
    (raised,) = found(TODAY)
    assert (raised.owner, raised.due) == ("Sam Okafor", date(2026, 3, 1))


def test_an_action_that_is_done_answers_nothing_any_more(reported, given, found):
    given(
        needed(5),
        factories.action(
            rule="short_of_places",
            indicator="unmatched_shortfall",
            state="done",
            closed_on=date(2026, 1, 20),
        ),
    )
    (raised,) = found(TODAY)
    assert raised.action is None


def test_an_overdue_action_that_answers_an_exception_is_told_of_once(reported, given, found):
    given(
        needed(5),
        factories.action(
            rule="short_of_places", indicator="unmatched_shortfall", due=date(2026, 1, 20)
        ),
    )
    assert rules(found(TODAY)) == ["short_of_places"]


def test_another_partnership_s_exceptions_are_not_on_view(partners, given, found):
    given(factories.period("2025/26 Q1", due=DUE), factories.return_state("northern"))
    assert found(TODAY, partnerships=("elsewhere",)) == []


@pytest.mark.parametrize("topic", dict.fromkeys(each.topic for each in INDICATORS.values()))
def test_what_is_behind_leads_to_a_page_that_tells_more_of_it(topic):
    assert TOPICS[topic] in {page.path for page in PAGES}
