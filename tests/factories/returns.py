"""Quarters, and how far returns of them have come."""

from datetime import date, timedelta

from data.schema import (
    RETURN_PERIOD,
    RETURN_STATUS,
)
from tests.factories.days import NOW
from tests.factories.reference import reference
from tests.factories.rows import offer, placement


def period(quarter="2025/26 Q1", **changes):
    """A quarter that ended on 30 November 2025 and was due two weeks later."""
    values = {
        "quarter": quarter,
        "starts_on": date(2025, 9, 1),
        "ends_on": date(2025, 11, 30),
        "opens": date(2025, 11, 17),
        "due": date(2025, 12, 14),
    }
    return RETURN_PERIOD.insert().values(values | changes)


def return_state(organisation, state="submitted", period="2025/26 Q1", **changes):
    values = {
        "partnership": "north",
        "organisation": organisation,
        "period": period,
        "state": state,
        "by": "test",
        "at": NOW,
    }
    return RETURN_STATUS.insert().values(values | changes)


def open_return():
    """``reference()``, a quarter whose returns are open today, and a row of each of the two."""
    today = date.today()
    return [
        *reference(),
        period(
            "2025/26 Q1",
            starts_on=today - timedelta(days=100),
            ends_on=today - timedelta(days=10),
            opens=today - timedelta(days=20),
            due=today + timedelta(days=10),
        ),
        offer(ref="O1", places=4),
        placement(ref="P1"),
    ]
