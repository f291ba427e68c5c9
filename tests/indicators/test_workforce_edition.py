"""The real edition, seen through the figures: every council's rate is the one published."""

from datetime import date

import pytest

from data.changes.published_workforce import import_published
from data.returns.published.check import check
from data.selection import Selection
from tests import factories
from tests.support.files import AUTHOR
from tests.support.published import REAL, reading_of

TODAY = Selection(as_at=date(2026, 2, 1))
COUNCIL = "Local authority"


@pytest.fixture
def engine(sqlite_engine):
    """The recomputation asks both kinds of database."""
    return sqlite_engine


@pytest.fixture
def edition(engine, given):
    """Every row of the real edition, with its councils as members of one partnership."""
    if not REAL.is_file():
        pytest.skip("the Department's workforce file is not beside the project")
    reading = reading_of(REAL)
    import_published(engine, reading, REAL.name, AUTHOR)
    entries, _ = check(reading)
    # The file begins with the latest year, whose code a council has now.
    codes = {number: code for entry in entries[::-1] for code, number in entry.councils.items()}
    given(factories.partnership())
    for number, code in codes.items():
        given(factories.council(number, ons_code=code), factories.membership(number))
    return entries


def test_every_councils_vacancies_are_those_published(values, edition):
    found = values("vacancy_rate", TODAY, ("organisation", "academic_year"))
    wrong = [
        (entry.name, entry.census_on, rate)
        for entry in edition
        for number in entry.councils.values()
        if (printed := entry.numbers["vacancy_rate_fte"].value) is not None
        and (rate := found[number, _year(entry)]) != pytest.approx(printed / 100, abs=0.001)
    ]
    assert wrong == []


def test_the_councils_of_a_year_make_the_rate_of_england(values, edition):
    found = values("vacancy_rate", TODAY, ("academic_year",))
    england = {
        (_year(entry),): pytest.approx(entry.numbers["vacancy_rate_fte"].value / 100, abs=0.001)
        for entry in edition
        if entry.level == "National"
    }
    assert found == england


def _year(entry):
    first = entry.census_on.year
    return f"{first}/{(first + 1) % 100}"
