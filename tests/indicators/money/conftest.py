"""A partnership whose funding began, and what it spent."""

from datetime import date

import pytest

from data.schema import PARTNERSHIP
from data.selection import Selection
from tests import factories
from tests.factories import finance

TODAY = Selection(as_at=date(2027, 3, 1))
POUND = 100


@pytest.fixture
def with_money(given):
    """A partnership whose funding began in October 2025."""

    def give(*rows):
        funded = PARTNERSHIP.update().values(funded_from=date(2025, 10, 1))
        given(*factories.reference(), funded, *rows)

    return give


def spent(pounds, **changes):
    return finance(**{"kind": "spend", "actual": pounds * POUND, **changes})
