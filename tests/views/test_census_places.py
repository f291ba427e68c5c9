"""Each partner and region at its latest census, beside what the Department published."""

from dataclasses import replace

import pytest

from dashboard.views import census_places, staff
from dashboard.views.printed_rates import printed
from dashboard.views.splits import BY_PARTNER, BY_REGION
from tests.views.census import ENGLAND, RATE, YEAR

BY_PARTNERS = census_places.view("censuses-by-partner", "Censuses by partner", BY_PARTNER)
BY_REGIONS = census_places.view("censuses-by-region", "Censuses by region", BY_REGION)
STAFF = staff.view("staff-by-partner", "By partner", BY_PARTNER)


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
