"""Cohorts of newly qualified social workers: who stayed, and where they trained."""

import pytest

from dashboard.views import newly_qualified
from tests.views.census import YEAR, told


@pytest.fixture
def cohorts(given, figures):
    """Two cohorts, of which the younger is too young to tell who stayed."""
    started, deferred = newly_qualified.STARTED.id, newly_qualified.DEFERRED.id
    early = told(figures, "too early to say")
    return given(
        groups={
            (started, YEAR): {"2024/25": 10, "2025/26": 8},
            (deferred, YEAR): {"2024/25": 2},
            ("placement_to_hire", YEAR): {"2024/25": figures.known(0.4, of=10)},
            ("retention_12m", YEAR): {"2024/25": figures.known(0.8, of=10), "2025/26": early},
        },
        totals={started: 18, "placement_to_hire": 0.4, "retention_12m": 0.8},
    ).draw(newly_qualified.VIEW)


def test_the_latest_cohort_comes_first_and_says_that_its_year_goes_on(cohorts):
    assert [(row[0].text, row[0].aside) for row in cohorts.table.rows] == [
        ("2025/26", "provisional"),
        ("2024/25", ""),
    ]


def test_a_cohort_too_young_says_so(cohorts, rows):
    assert [row[5] for row in rows(cohorts)] == ["too early to say", "80.0%"]


def test_the_deferred_stand_apart(cohorts):
    place = cohorts.table.columns.index("ASYE deferred")
    assert cohorts.table.rows[1][place].text == "2"


def test_a_share_of_a_cohort_carries_its_base(cohorts):
    assert cohorts.table.rows[1][2].aside == "of 10"


def test_the_title_tells_where_they_trained_and_who_stayed(cohorts):
    assert cohorts.title == (
        "40.0% of newly qualified workers had a placement here; 80.0% were in post after 12 months"
    )
