"""Two partners of whom a return is due, and what is told of a figure."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

DAY = date(2026, 2, 1)
TODAY = Selection(as_at=DAY)
LAST_YEARS_PERIOD = {
    "starts_on": date(2024, 9, 1),
    "ends_on": date(2024, 11, 30),
    "opens": date(2024, 11, 17),
    "due": date(2024, 12, 14),
}


def of_year(year):
    return Selection(as_at=DAY, years=(year,))


def told(figure):
    return figure.value, figure.status


def counted(figure):
    return figure.status, figure.reported, figure.expected


@pytest.fixture
def engine(sqlite_engine):
    """What a status is does not depend on the kind of database."""
    return sqlite_engine


@pytest.fixture
def due(given):
    """A university and a council of whom the return of last autumn is due."""
    given(*factories.reference(), factories.period())


@pytest.fixture
def two_councils(due, given):
    """A second council, and only the first has sent its return: three places."""
    given(
        factories.council("hillside"),
        factories.membership("hillside"),
        factories.offer(places=3),
        factories.return_state("riverside"),
    )
