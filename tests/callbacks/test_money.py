"""When partnerships are funded, beside the figures of money, for those who may know of them."""

from datetime import date

import pytest

from tests import factories
from tests.support.drawn import look


@pytest.fixture
def viewer(holding, account, browser_of):
    """A viewer of the first of two funded partnerships, and of a third that never was."""
    holding(
        factories.partnership(funded_from=date(2016, 10, 1), funded_to=date(2018, 3, 31)),
        factories.partnership("south", funded_from=date(2019, 4, 1)),
        factories.partnership("west"),
    )
    return browser_of(account("viewer", "partnership:north", "partnership:west"))


def test_funding_is_told_with_its_first_and_last_day(viewer):
    told = look(viewer, "/money").said_of("funding")
    assert "North Teaching Partnership1 October 201631 March 2018" in told


def test_funding_of_a_partnership_that_one_may_not_know_of_is_not(viewer):
    assert "2019" not in look(viewer, "/money").said_of("funding")


def test_that_no_funding_is_known_is_said(viewer):
    told = look(viewer, "/money", "?partnership=west").said_of("funding")
    assert told.startswith("Funding periods No partnership on view is said to be funded")
