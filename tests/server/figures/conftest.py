"""The page of a figure, as somebody sees it."""

from datetime import date

import pytest

from tests import factories

STARTED = {"actual_start": date(2025, 9, 22), "status": "started"}
HISTORY = "/update/north/riverside/offers/history?row="
SOUTH = [
    factories.partnership("south"),
    factories.council("lakeside"),
    factories.membership("lakeside", "south"),
    factories.offer(partnership="south", owner="lakeside", places=9),
]


@pytest.fixture
def page(holding, account, browser_of):
    """The page of a figure as somebody sees it: `page("net_supply", role="viewer")`."""
    holding(*factories.reference())
    browsers = {}

    def open_page(figure, role="manager", scope="partnership:north"):
        if role not in browsers:
            browsers[role] = browser_of(account(role, scope))
        return browsers[role].get(f"/figure/{figure}")

    return open_page


def coordinator(page, figure, organisation="riverside"):
    return page(figure, "coordinator", f"organisation:{organisation}")
