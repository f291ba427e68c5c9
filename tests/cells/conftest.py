"""A database with two practice educators, and cells kept of it."""

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.measured import measured
from data.cells.store import Store
from data.reader import Reader
from tests import factories
from tests.cells.changing import REFS
from tests.support.files import row


@pytest.fixture
def educated(sqlite_send):
    """A database whose employer has two practice educators."""
    sqlite_send(
        practice_educators=[row("practice_educators", ref=name) for name in ("PE-1", "PE-2")]
    )
    return sqlite_send


@pytest.fixture
def two_employers(educated):
    """The same, with another employer."""
    educated.do(factories.council("lakeside"), factories.membership("lakeside"))
    return educated


@pytest.fixture
def agreed(educated):
    """The same, with agreements, and an offer under each of them."""
    agreements = [row("agreements", ref=name) for name in REFS]
    offers = [row("offers", ref=name, agreement_ref=name) for name in REFS]
    assert not educated(agreements=agreements, offers=offers).errors
    return educated


@pytest.fixture
def reader(educated):
    return Reader(educated.engine)


@pytest.fixture
def store(reader):
    return Store(reader, measured(INDICATORS.values()))
