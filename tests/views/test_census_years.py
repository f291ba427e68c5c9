"""Vacancies over the years: whose census a rate is from, and what the file says."""

import pytest

from dashboard.views import census_years
from dashboard.views.census_kinds import OF_COUNCILS, OWN
from dashboard.views.printed_rates import printed
from tests.views.census import ENGLAND, RATE, YEAR, told

OVER_YEARS = census_years.view(RATE, "vacancies", "Vacancies over the years")


@pytest.fixture
def trend(given):
    """Vacancies over the years, from groups by indicator and dimensions."""
    return lambda groups, **filters: given(groups=groups, **filters).draw(OVER_YEARS)


def test_own_and_published_censuses_are_lines_of_their_own(trend):
    drawn = trend(
        {
            (OWN[RATE].id, YEAR): {"2024/25": 0.1},
            (OF_COUNCILS[RATE].id, YEAR): {"2024/25": 0.2},
            ENGLAND: {"2024/25": 0.14},
        }
    )
    assert [line["name"] for line in drawn.figure["data"]] == [
        "Own censuses",
        "Published, councils here",
        "England, published",
    ]


def test_a_year_without_a_number_is_a_gap_and_never_nought(trend, figures):
    groups = {"2022/23": 0.1, "2023/24": told(figures, "not available"), "2024/25": 0.3}
    drawn = trend({ENGLAND: groups})
    assert drawn.figure["data"][0]["y"] == [0.1, None, 0.3]


def test_the_table_says_what_the_file_says_instead_of_a_number(trend, figures, rows):
    drawn = trend({ENGLAND: {"2023/24": told(figures, "suppressed"), "2024/25": 0.3}})
    assert [row[2] for row in rows(drawn)] == ["suppressed", "30.0%"]


def test_where_each_kind_of_census_is_hidden_that_is_said_and_the_rate_itself_stays(
    trend, figures, rows
):
    hidden = {None: figures.missing("suppressed")}
    drawn = trend(
        {
            (OWN[RATE].id, YEAR): hidden,
            (OF_COUNCILS[RATE].id, YEAR): hidden,
            (RATE, YEAR): {"2024/25": 0.1},
        }
    )
    assert drawn.title == "Vacancies: hidden in part"
    assert rows(drawn) == [["2024/25", "10.0%", "3 of 3 partners"]]


def test_of_one_council_without_a_number_the_table_says_why(trend, figures, rows):
    drawn = trend(
        {
            (OF_COUNCILS[RATE].id, YEAR): {"2024/25": figures.missing()},
            (printed(RATE).id, "organisation", YEAR): {
                ("city", "2024/25"): told(figures, "unreliable")
            },
            ENGLAND: {"2024/25": 0.14},
        },
        organisations=("city",),
    )
    assert rows(drawn)[0][2] == "unreliable"


def test_one_region_s_published_rate_stands_before_england_s(trend):
    drawn = trend(
        {
            (printed(RATE).id, "region", YEAR): {("E12000002", "2024/25"): 0.2},
            ENGLAND: {"2024/25": 0.14},
        },
        regions=("E12000002",),
    )
    assert drawn.table.columns[2:4] == ("North West, published", "England, published")


def test_the_title_tells_how_own_censuses_went_on_and_where_england_stands(trend):
    drawn = trend(
        {
            (OWN[RATE].id, YEAR): {"2022/23": 0.1, "2024/25": 0.2},
            ENGLAND: {"2023/24": 0.16, "2024/25": 0.14},
        }
    )
    assert drawn.title == (
        "Vacancies in own censuses rose by 10.0 percentage points between 2022/23 and 2024/25, "
        "to 20.0%; England's published rate was 14.0% in 2024/25"
    )


def test_without_any_census_the_chart_says_so(trend, figures):
    assert trend({}).empty == "Nothing matches these filters."
