"""Partners, and rows of adults' and children's services."""

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
