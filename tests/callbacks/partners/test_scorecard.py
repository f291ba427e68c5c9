"""A partner's figures, beside those of its peers and the targets."""

from datetime import date

import pytest

from tests import factories
from tests.callbacks.partners.conftest import YEAR


def test_its_figures_are_its_own_whatever_the_filters_say(table, north):
    own = table(
        "/partners/riverside", "scorecard", f"{YEAR}&organisation=lakeside&region=W92000004"
    )
    assert own["Places offered"][1].startswith("5")


def test_a_count_stands_beside_the_total_of_region_and_peers(table, north):
    *_, region, peers = table("/partners/riverside", "scorecard")["Places offered"]
    assert (region, peers) == ("8 total", "3 total")


def test_a_figure_is_judged_by_its_target_once_the_year_has_ended(table, north, holding):
    holding(factories.target("net_supply", 5, scope="organisation:riverside"))
    row = table("/partners/riverside", "scorecard", f"{YEAR}&as_at=2026-09-01")["Places offered"]
    assert row[2:4] == ["5", "● On track On track from 5, at risk from 5, below that behind"]


@pytest.mark.parametrize(
    ("search", "why"),
    [
        ("&as_at=2026-02-01", "the academic year has not ended"),
        ("&as_at=2026-09-01&level=final", "the target is for all of its work"),
    ],
)
def test_a_figure_that_can_not_be_judged_says_why(table, north, holding, search, why):
    holding(factories.target("net_supply", 5, scope="organisation:riverside"))
    row = table("/partners/riverside", "scorecard", YEAR + search)["Places offered"]
    assert row[3] == f"○ No data Not judged: {why}"


def test_part_of_its_partnerships_is_not_held_against_the_target_for_all(table, north, holding):
    holding(
        factories.partnership("south"),
        factories.membership("riverside", "south"),
        factories.target("net_supply", 5, scope="organisation:riverside"),
    )
    search = f"{YEAR}&as_at=2026-09-01&partnership=north"
    row = table("/partners/riverside", "scorecard", search)["Places offered"]
    assert row[3].endswith("the target is for all of its work")


def test_a_children_s_only_partner_has_no_adult_share_and_says_so(table, north):
    row = table("/partners/lakeside", "scorecard")["Adults' share of places"]
    assert (row[0], row[1]) == ("no numbers", "children's only")


def test_a_university_has_the_figures_of_a_university(table, north):
    card = table("/partners/northern", "scorecard")
    assert "Students who need a placement" in card
    assert "Places offered" not in card


def test_the_years_say_what_the_line_draws(table, north, holding):
    holding(factories.offer(places=2, window_start=date(2023, 9, 22)))
    line = table("/partners/riverside", "scorecard")["Places offered"][0]
    years = table("/partners/riverside", "year-by-year")["Places offered"]
    assert line.startswith("2023/24: 2; 2024/25: 0; 2025/26: 5")
    assert [cell.split()[0] for cell in years] == ["2", "0", "5"]
