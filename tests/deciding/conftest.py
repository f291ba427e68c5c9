"""A partnership of which one return is missing, and browsers of people who read its figures."""

from datetime import date, timedelta

import pytest

from data import meetings
from data.people.person import OPERATOR
from tests import factories

TODAY = date.today()
ACTION = {
    "partnership": "north",
    "kind": "action",
    "words": "Ask every team for one more place.",
    "scope": "organisation:riverside",
    "owner": "Sam Okafor",
    "due": (TODAY + timedelta(days=30)).isoformat(),
    "agreed_on": TODAY.isoformat(),
    "indicator": "net_supply",
    "rule": "late_return",
    "once": "first",
}


@pytest.fixture
def world(holding):
    holding(
        *factories.reference(),
        factories.partnership("south"),
        factories.period(
            "2025/26 Q1", opens=TODAY - timedelta(days=60), due=TODAY - timedelta(days=20)
        ),
        factories.return_state("northern"),
    )


@pytest.fixture
def person(world, account, browser_of):
    """Somebody's browser: `person("manager")` keeps the partnership's minutes."""

    def make(role="manager", scope=None):
        usual = "organisation:riverside" if role in ("coordinator", "approver") else None
        scopes = () if role == "administrator" else (scope or usual or "partnership:north",)
        return browser_of(account(role, *scopes))

    return make


@pytest.fixture
def kept(sqlite_engine):
    """What was agreed, as it is kept."""
    return lambda: meetings.agreed(sqlite_engine, OPERATOR)
