"""The page Workforce: whose census a rate is from, what the file says, and cohorts."""

from dataclasses import replace

import pytest

from dashboard.views import census_places, census_years, newly_qualified, staff
from dashboard.views.census_kinds import OF_COUNCILS, OWN
from dashboard.views.printed_rates import printed
from dashboard.views.splits import BY_PARTNER, BY_REGION

RATE = "vacancy_rate"
YEAR = "academic_year"
OVER_YEARS = census_years.view(RATE, "vacancies", "Vacancies over the years")
BY_PARTNERS = census_places.view("censuses-by-partner", "Censuses by partner", BY_PARTNER)
BY_REGIONS = census_places.view("censuses-by-region", "Censuses by region", BY_REGION)
STAFF = staff.view("staff-by-partner", "By partner", BY_PARTNER)
ENGLAND = (printed(RATE).id, YEAR)


def told(figures, note):
    """A figure without a number, of which something is known instead."""
    return figures.missing("not_applicable", note=note)


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


@pytest.fixture
def places(given, figures):
    """Two partners, one of which has its published census, and England's."""

    def make(view=BY_PARTNERS, dimension="organisation", own="city", other="shire"):
        note = "1 census published by the Department for Education"
        published = replace(figures.known(0.3, of=50), note=note)
        return given(
            groups={
                (RATE, dimension, YEAR): {
                    (own, "2025/26"): 0.1,
                    (own, "2024/25"): 0.4,
                    (other, "2024/25"): published,
                },
                (RATE, YEAR): {"2024/25": 0.3, "2025/26": 0.1},
                (printed(RATE).id, dimension, YEAR): {(other, "2024/25"): 0.31},
                ENGLAND: {"2024/25": 0.14},
            }
        ).draw(view)

    return make


def asides(row):
    return [(cell.text, cell.aside) for cell in row]


def test_each_partner_stands_at_its_latest_census_with_whose_it_is(places):
    assert [asides(row)[1] for row in places().table.rows] == [
        ("30.0%", "published, 2024/25"),
        ("10.0%", "own, 2025/26"),
    ]


def test_the_published_rate_stands_beside_with_its_year(places):
    assert [asides(row)[2] for row in places().table.rows] == [
        ("31.0%", "2024/25"),
        ("not published", ""),
    ]


def test_england_stands_beside_all(places):
    assert asides(places().table.footer)[:3] == [
        ("All, beside England", ""),
        ("10.0%", "own, 2025/26"),
        ("14.0%", "2024/25"),
    ]


def test_a_partner_s_name_leads_to_its_page(places):
    assert [row[0].to for row in places().table.rows] == ["/partners/shire", "/partners/city"]


def test_regions_stand_beside_their_published_rates(places):
    drawn = places(BY_REGIONS, "region", own="E12000009", other="E12000002")
    assert drawn.table.rows[0][0].text == "North West"


def test_without_the_file_there_are_no_columns_for_it(given):
    drawn = given(
        groups={
            (RATE, "organisation", YEAR): {("city", "2025/26"): 0.1},
            (RATE, YEAR): {"2025/26": 0.1},
        }
    ).draw(BY_PARTNERS)
    assert not [name for name in drawn.table.columns if "published" in name]


def test_universities_employ_nobody_here(given):
    drawn = given(
        groups={("placement_to_hire", "organisation"): {"uni": 0.1, "city": 0.2}},
        totals={"placement_to_hire": 0.2},
    ).draw(STAFF)
    assert [row[0].text for row in drawn.table.rows] == ["City"]


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
