"""Learners, and the day on which their figures are asked for."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

DAY = date(2026, 3, 31)
ON_DAY = Selection(as_at=DAY)
TOMORROW = date(2026, 4, 1)


def passed_on(day, **changes):
    return {"started_on": date(2024, 9, 2), "outcome": "passed", "outcome_on": day} | changes


@pytest.fixture
def learners(given):
    """Give learners, each by what tells it from one who started in September."""

    def insert(*changes):
        given(*factories.reference())
        given(*(factories.training(**change) for change in changes))

    return insert


def started_on(day, **changes):
    return {"status": "started", "actual_start": day} | changes
