"""What the Department prints is told as it stands: by its own rates, years, places and symbols."""

from datetime import date

import pytest

from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.census_kinds import OF_COUNCILS, OWN
from dashboard.views.printed_rates import printed
from data.cells.store import Store
from data.changes.published_workforce import import_published
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.support.files import AUTHOR
from tests.support.published import as_published, council, england, published, reading_of, region

TODAY = Selection(as_at=date(2026, 2, 1))
RATE = "vacancy_rate"
YEAR = ("academic_year",)
pytestmark = pytest.mark.usefixtures("riverside")


@pytest.fixture
def asked(reader):
    """The figures of a question, by group."""

    def ask(indicator, selection=TODAY, by=YEAR):
        question = Ask(indicator, selection, by)
        with reader.snapshot() as snapshot:
            return {
                figure.key: figure for figure in evaluate(Workbench(snapshot), [question])[question]
            }

    return ask


@pytest.fixture
def rates(asked):
    """The values of a printed rate, by group."""
    return lambda *question: {
        key: figure.value for key, figure in asked(printed(RATE), *question).items()
    }


def own(**changes):
    numbers = {"service_area": "children", "fte_in_post": 30, "fte_vacancies": 20}
    return factories.workforce(**(numbers | changes))


def test_england_s_rate_stands_under_the_year_of_its_census(rates, given):
    given(*published(england(vacancy_rate_fte="14.2")))
    assert rates() == {("2025/26",): 0.142}


def test_a_region_s_rate_is_its_own(rates, given):
    given(*published(england()), *published(region(vacancy_rate_fte="18.5")))
    assert rates(TODAY, ("region", *YEAR)) == {("E12000003", "2025/26"): 0.185}


def test_a_council_s_rate_is_printed_beside_its_own_census(rates, given):
    given(own(), *published(council(vacancy_rate_fte="20.1")))
    assert rates(TODAY, ("organisation", *YEAR)) == {("riverside", "2025/26"): 0.201}


def test_a_council_of_another_partnership_is_not_on_view(rates, given):
    given(factories.partnership("south"), *published(council()))
    south = TODAY.only(partnerships=("south",))
    assert rates(south, ("organisation", *YEAR)) == {}


def test_a_census_after_the_day_is_not_yet_known(rates, given):
    given(*published(england()))
    assert rates(Selection(as_at=date(2025, 9, 29))) == {}


def test_only_the_years_chosen_are_told(rates, given):
    given(*published(england()), *published(england(time_period="2024")))
    assert list(rates(TODAY.only(years=("2024/25",)))) == [("2024/25",)]


def test_adults_workers_are_not_in_the_file(rates, given):
    given(*published(england()))
    assert rates(TODAY.only(areas=("adults",))) == {}


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("x", "not available"),
        ("z", "not applicable"),
        ("c", "suppressed"),
        ("low", "low, but not 0"),
        ("u", "unreliable"),
    ],
)
def test_a_symbol_reads_as_what_it_means_and_never_as_nought(asked, given, symbol, words):
    given(*published(england(vacancy_rate_fte=symbol)))
    (figure,) = asked(printed(RATE)).values()
    assert (figure.value, figure.note) == (None, words)


def test_published_censuses_stand_beside_own_ones(asked, given):
    given(own(), *published(council()))
    values = [asked(kind)["2025/26",].value for kind in (OWN[RATE], OF_COUNCILS[RATE])]
    assert values == [20 / 50, 10 / 50]


def test_nobody_is_asked_for_what_is_published(asked, given):
    given(factories.period(), *published(council()))
    assert asked(OF_COUNCILS[RATE])["2025/26",].status == "ok"


def test_a_note_says_how_many_of_the_censuses_were_published(figure, given):
    given(own(service_area="adults"), *published(council()))
    note = "1 of 2 censuses published by the Department for Education"
    assert figure(RATE, TODAY).note == note


def test_what_is_remembered_of_censuses_is_forgotten_with_a_new_file(
    engine, reader, given, tmp_path
):
    given(own(service_area="adults"))
    question, store = Ask(printed(RATE), TODAY, YEAR), Store(reader, ())

    def told():
        with store.snapshot() as snapshot:
            return [
                each.value for each in evaluate(Workbench(snapshot, store), [question])[question]
            ]

    before = told()
    path = tmp_path / "file.csv"
    as_published(path, [england(vacancy_rate_fte="14.2")])
    import_published(engine, reading_of(path), path.name, AUTHOR)
    assert (before, told()) == ([], [0.142])
