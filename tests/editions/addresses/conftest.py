"""What somebody's page shows of an edition."""

import pytest

from layouts.pages import PAGES
from tests import factories
from tests.support.application import question

UPDATE = "/_dash-update-component"
FIGURES = [page.path for page in PAGES if page.filtered]


@pytest.fixture
def shown(person):
    """What somebody's page shows: `shown("viewer", "/placements", "?edition=1")`."""
    known = {}

    def ask(role, path="/", search="", mounted=""):
        if role not in known:
            known[role] = person(role)
        answer = known[role].send(UPDATE, question(path, search, mounted))
        assert answer.status_code == 200, answer.text
        return answer.get_json()["response"]["answer"]["data"]

    return ask


def line(data):
    return data["slots"]["selection-line"]["children"]


@pytest.fixture
def changed(holding):
    """Two students more than there were."""
    return lambda: holding(factories.demand(ref="D3", students=2), factories.data_version(3))
