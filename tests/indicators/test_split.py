"""Adults' and children's, side by side."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

ON_DAY = Selection(as_at=date(2026, 3, 31))

ROWS = {
    "adult_share_demand": factories.demand,
    "adult_share_supply": factories.offer,
    "adult_share_placements": factories.placement,
    "adult_share_educators": factories.practice_educator,
    "adult_share_trainees": factories.training,
}
SHARES = pytest.mark.parametrize("share", ROWS)


@pytest.fixture
def north(given):
    given(*factories.reference())


@pytest.fixture
def rows(given, north):
    """Give rows of one kind, one for each service area named."""

    def insert(kind, *areas, **changes):
        given(*(ROWS[kind](service_area=area, **changes) for area in areas))

    return insert


@pytest.fixture
def hillside(given, north):
    """A council of whom the services are told, in the same partnership."""

    def insert(services):
        council = factories.council("hillside", services=services)
        given(council, factories.membership("hillside"))

    return insert


@SHARES
def test_the_share_is_of_adults_and_childrens_alone(rows, figure, share):
    rows(share, "adults", "children", "children", "mental_health", "mixed", "all_age", "not_known")
    found = figure(share, ON_DAY)
    assert (found.value, found.numerator, found.n) == (pytest.approx(1 / 3), 1, 3)


@SHARES
@pytest.mark.parametrize(("area", "expected"), [("adults", 1), ("children", 0)])
def test_a_share_can_be_all_or_nothing(rows, figure, share, area, expected):
    rows(share, area)
    assert figure(share, ON_DAY).value == expected


@SHARES
@pytest.mark.parametrize("areas", [(), ("mixed", "not_known")])
def test_without_either_there_is_no_share(rows, figure, share, areas):
    rows(share, *areas)
    assert figure(share, ON_DAY).status == "not_applicable"


@SHARES
def test_a_share_is_not_told_apart_by_area(rows, figures, share):
    rows(share, "adults", "children")
    (found,) = figures(share, ON_DAY, ("service_area",)).values()
    assert found.status == "not_applicable"


@SHARES
def test_a_share_splits_by_partnership(rows, values, share):
    rows(share, "adults", "children")
    assert values(share, ON_DAY, ("partnership",)) == {("north",): 0.5}


def test_a_share_adds_up_students_not_rows(north, given, figure):
    given(
        factories.demand(students=3),
        factories.demand(students=1, service_area="children"),
    )
    assert figure("adult_share_demand", ON_DAY).value == 0.75


def test_a_withdrawn_offer_is_no_part_of_the_share(north, given, figure):
    withdrawn = {"status": "withdrawn", "status_on": date(2025, 9, 1)}
    given(factories.offer(**withdrawn), factories.offer(service_area="children"))
    assert figure("adult_share_supply", ON_DAY).value == 0


def test_a_cancelled_placement_is_no_part_of_the_share(north, given, figure):
    given(factories.placement(status="cancelled"), factories.placement(service_area="children"))
    assert figure("adult_share_placements", ON_DAY).value == 0


def test_only_current_educators_are_part_of_the_share(north, given, figure):
    given(
        factories.practice_educator(stage1_on=date(2020, 1, 1)),
        factories.practice_educator(service_area="children"),
    )
    assert figure("adult_share_educators", ON_DAY).value == 0


@pytest.mark.parametrize(
    ("services", "words"), [("adults", "adults' only"), ("children", "children's only")]
)
def test_one_sided_services_have_no_share(hillside, rows, figure, services, words):
    hillside(services)
    rows("adult_share_supply", services, owner="hillside")
    found = figure("adult_share_supply", ON_DAY.only(organisations=("hillside",)))
    assert (found.status, found.value, found.note) == ("not_applicable", None, words)


@SHARES
def test_one_sided_services_have_no_share_of_anything(hillside, figure, share):
    hillside("children")
    found = figure(share, ON_DAY.only(organisations=("hillside",)))
    assert (found.status, found.note) == ("not_applicable", "children's only")


@pytest.mark.parametrize("services", ["both", None])
def test_services_of_both_have_a_share_even_if_it_is_all(hillside, rows, figure, services):
    hillside(services)
    rows("adult_share_supply", "adults", owner="hillside")
    assert figure("adult_share_supply", ON_DAY.only(organisations=("hillside",))).value == 1


def test_two_partners_have_a_share_whatever_each_serves(hillside, rows, figure):
    hillside("children")
    rows("adult_share_supply", "children", owner="hillside")
    rows("adult_share_supply", "adults", owner="riverside")
    both = ON_DAY.only(organisations=("hillside", "riverside"))
    assert figure("adult_share_supply", both).value == 0.5


def test_among_partners_the_one_sided_are_told_apart(hillside, rows, figures):
    hillside("children")
    rows("adult_share_supply", "children", owner="hillside")
    rows("adult_share_supply", "adults", "children", owner="riverside")
    found = figures("adult_share_supply", ON_DAY, ("organisation",))
    told = {key: (figure.value, figure.note) for key, figure in found.items()}
    assert told == {("hillside",): (None, "children's only"), ("riverside",): (0.5, "")}


def test_the_gap_is_the_share_of_places_less_that_of_demand(rows, figure):
    rows("adult_share_supply", "adults", "children", "children", "children")
    rows("adult_share_demand", "adults", "children")
    assert figure("split_gap", ON_DAY).value == pytest.approx(-25)


def test_the_gap_stands_on_the_smaller_count(rows, figure):
    rows("adult_share_supply", "adults", "children", "children", "children")
    rows("adult_share_demand", "adults", "children")
    assert figure("split_gap", ON_DAY).n == 2


def test_what_one_sided_services_owe_does_not_give_them_a_share(hillside, given, figure):
    hillside("children")
    given(factories.period())
    found = figure("adult_share_supply", ON_DAY.only(organisations=("hillside",)))
    assert found.status == "not_applicable"


@pytest.mark.parametrize("side", ["adult_share_supply", "adult_share_demand"])
def test_with_one_share_alone_there_is_no_gap(rows, figure, side):
    rows(side, "adults")
    assert figure("split_gap", ON_DAY).status == "not_applicable"


def test_one_sided_services_have_no_gap(hillside, rows, figure):
    hillside("children")
    rows("adult_share_supply", "children", owner="hillside")
    found = figure("split_gap", ON_DAY.only(organisations=("hillside",)))
    assert (found.status, found.note) == ("not_applicable", "children's only")


def test_a_route_can_be_asked_of_demand_but_not_of_places(rows, figure):
    rows("adult_share_supply", "adults")
    rows("adult_share_demand", "adults")
    found = figure("split_gap", ON_DAY.only(routes=("undergraduate",)))
    assert found.status == "not_applicable"


@pytest.mark.parametrize(
    ("indicator", "expected"), [("sufficiency_adults", 2), ("sufficiency_children", 0.5)]
)
def test_each_area_has_a_sufficiency_of_its_own(north, given, figure, indicator, expected):
    given(
        factories.offer(places=6),
        factories.offer(places=2, service_area="children"),
        factories.offer(places=9, service_area="all_age"),
        factories.demand(students=3),
        factories.demand(students=4, service_area="children"),
        factories.demand(students=9, service_area="either"),
    )
    assert figure(indicator, ON_DAY).value == expected


@pytest.mark.parametrize("indicator", ["sufficiency_adults", "sufficiency_children"])
def test_without_students_of_the_area_there_is_no_sufficiency(north, given, figure, indicator):
    given(factories.offer(places=6), factories.offer(places=2, service_area="children"))
    assert figure(indicator, ON_DAY).status == "not_applicable"
