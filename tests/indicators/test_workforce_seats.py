"""Where a published census stands: under each council and partnership, and once in a total."""

from datetime import date

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.explain import explain
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.support.published import council, joint, published

TODAY = Selection(as_at=date(2026, 2, 1))
pytestmark = pytest.mark.usefixtures("riverside")


@pytest.fixture
def engine(sqlite_engine):
    """The recomputation asks both kinds of database."""
    return sqlite_engine


@pytest.fixture
def also(riverside, given):
    """A second partnership, of which the council is a member too."""
    given(factories.partnership("south"), factories.membership("riverside", "south"))


@pytest.fixture
def hillside(riverside, given):
    """The two councils of a joint row, in the one partnership."""
    given(
        factories.council("hillside", ons_code="E06000002"),
        factories.council("lakeside", ons_code="E06000003"),
        factories.membership("hillside"),
        factories.membership("lakeside"),
    )


def own(**changes):
    """A census of the council's own: 20 of 50 posts are vacant."""
    numbers = {"service_area": "children", "fte_in_post": 30, "fte_vacancies": 20}
    return factories.workforce(**(numbers | changes))


@pytest.mark.usefixtures("also")
def test_a_council_of_two_partnerships_stands_under_each(values, given):
    given(*published(council()))
    found = values("vacancy_rate", TODAY, ("partnership",))
    assert found == {("north",): 10 / 50, ("south",): 10 / 50}


@pytest.mark.usefixtures("also")
@pytest.mark.parametrize("partnerships", [(), ("north",), ("south",), ("north", "south")])
def test_a_council_of_two_partnerships_counts_once_in_a_total(figure, given, partnerships):
    given(*published(council()))
    assert figure("vacancy_rate", TODAY.only(partnerships=partnerships)).denominator == 50


@pytest.mark.usefixtures("also")
def test_a_total_beside_its_partnerships_is_not_their_sum(reader, given):
    given(*published(council()))
    total, split = (Ask(INDICATORS["vacancy_rate"], TODAY, by) for by in ((), ("partnership",)))
    with reader.snapshot() as snapshot:
        found = evaluate(Workbench(snapshot), [split, total])
    assert [figure.denominator for figure in (*found[split], *found[total])] == [50, 50, 50]


@pytest.mark.usefixtures("also")
def test_a_census_sent_in_one_partnership_is_the_councils_own_in_both(values, given):
    given(own(), *published(council()))
    assert values("vacancy_rate", TODAY, ("partnership",)) == {("north",): 0.4, ("south",): None}


@pytest.mark.usefixtures("also")
def test_the_rows_behind_a_figure_are_counted_once(reader, given):
    given(*published(council()))
    with reader.snapshot() as snapshot:
        found = explain(Workbench(snapshot), Ask(INDICATORS["vacancy_rate"], TODAY))
    assert [(rows.sheet, rows.rows) for rows in found.counted] == [("Workforce", 1)]


@pytest.mark.usefixtures("hillside")
def test_a_joint_row_stands_under_each_of_its_councils(values, given):
    given(*published(joint()))
    found = values("vacancy_rate", TODAY, ("organisation",))
    assert found == {("hillside",): 0.2, ("lakeside",): 0.2, ("riverside",): None}


@pytest.mark.usefixtures("hillside")
@pytest.mark.parametrize("organisations", [(), ("hillside",), ("lakeside",)])
def test_a_joint_row_counts_once_in_a_total(figure, given, organisations):
    given(*published(joint()))
    found = figure("vacancy_rate", TODAY.only(organisations=organisations))
    assert found.denominator == 50


@pytest.mark.usefixtures("hillside")
def test_a_joint_row_gives_way_to_the_census_of_either_council(values, given):
    given(own(owner="lakeside"), *published(joint()))
    found = values("vacancy_rate", TODAY, ("organisation",))
    assert found == {("hillside",): None, ("lakeside",): 0.4, ("riverside",): None}


@pytest.mark.usefixtures("hillside")
def test_workers_of_a_joint_row_give_way_to_a_later_one_of_either_council(given, figure):
    later = council(old_la_code="803", new_la_code="E06000003", inpost_fte="25")
    given(*published(joint(time_period="2024")), *published(later))
    assert figure("pe_density", TODAY).denominator == 25
    assert figure("pe_density", TODAY.only(organisations=("hillside",))).denominator is None


def test_a_council_whose_code_has_changed_keeps_its_earlier_rows(values, given):
    before = council(time_period="2024", new_la_code="E06000009", vacancy_fte="0")
    given(*published(council()), *published(before))
    found = values("vacancy_rate", TODAY, ("academic_year",))
    assert found == {("2024/25",): 0, ("2025/26",): 10 / 50}


@pytest.mark.parametrize(
    ("kind", "services"), [("nhs", None), ("local_authority", "adults")],
    ids=["no council", "a council for adults alone"],
)  # fmt: skip
def test_a_published_row_is_of_councils_that_serve_children(figure, given, kind, services):
    elsewhere = factories.organisation("other", kind, services=services, ons_code="E06000002")
    given(elsewhere, factories.membership("other"), *published(joint()))
    assert figure("vacancy_rate", TODAY).value is None


def test_a_council_that_is_no_member_has_no_figure(figure, given):
    given(factories.council("hillside", ons_code="E06000002"), *published(joint()))
    assert figure("vacancy_rate", TODAY).value is None


@pytest.mark.parametrize(
    ("membership", "years"),
    [
        ({"valid_from": date(2025, 11, 1)}, ["2025/26"]),
        ({"valid_to": date(2025, 8, 31)}, ["2024/25"]),
    ],
    ids=["joined after the census", "left before it"],
)
def test_a_published_census_counts_in_the_years_of_membership(values, given, membership, years):
    given(
        factories.council("hillside", ons_code="E06000002"),
        factories.membership("hillside", **membership),
        *published(joint()),
        *published(joint(time_period="2024")),
    )
    found = values("vacancy_rate", TODAY, ("academic_year",))
    assert found == {(year,): 10 / 50 for year in years}
