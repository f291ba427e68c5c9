"""A partnership of two councils, and the tables of its pages."""

import pytest

from dashboard import ids
from tests import factories
from tests.support.drawn import found, rows

YEAR = "?year=2025/26"


@pytest.fixture
def north(holding):
    """A partnership with a council that offers five places, and another council beside it."""
    holding(
        *factories.reference(),
        factories.council("lakeside", services="children"),
        factories.membership("lakeside"),
        factories.offer(places=5),
        factories.offer(owner="lakeside", places=3, service_area="children"),
    )


@pytest.fixture
def table(draw):
    """The cells of a table of a page, by the heading of their row."""

    def read(path, view, search=YEAR):
        slots = draw(path, search)["slots"]
        content = slots[ids.CONTENT]["children"]
        return rows(found(content, ids.view(view, "table")))

    return read
