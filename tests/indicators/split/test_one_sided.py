"""Partners who serve adults or children alone have no share of either."""

import pytest

from tests import factories
from tests.indicators.split.conftest import ON_DAY, SHARES


@pytest.mark.parametrize(
    ("services", "words"), [("adults", "adults' only"), ("children", "children's only")]
)
def test_one_sided_services_have_no_share(hillside, rows, figure, services, words):
    hillside(services)
    rows("adult_share_supply", services, owner="hillside")
    found = figure("adult_share_supply", ON_DAY.only(organisations=("hillside",)))
    assert (found.status, found.value, found.note) == ("not_applicable", None, words)


@SHARES
def test_one_sided_services_have_no_share_of_anything(hillside, figure, share):
    hillside("children")
    found = figure(share, ON_DAY.only(organisations=("hillside",)))
    assert (found.status, found.note) == ("not_applicable", "children's only")


@pytest.mark.parametrize("services", ["both", None])
def test_services_of_both_have_a_share_even_if_it_is_all(hillside, rows, figure, services):
    hillside(services)
    rows("adult_share_supply", "adults", owner="hillside")
    assert figure("adult_share_supply", ON_DAY.only(organisations=("hillside",))).value == 1


def test_two_partners_have_a_share_whatever_each_serves(hillside, rows, figure):
    hillside("children")
    rows("adult_share_supply", "children", owner="hillside")
    rows("adult_share_supply", "adults", owner="riverside")
    both = ON_DAY.only(organisations=("hillside", "riverside"))
    assert figure("adult_share_supply", both).value == 0.5


def test_among_partners_the_one_sided_are_told_apart(hillside, rows, figures):
    hillside("children")
    rows("adult_share_supply", "children", owner="hillside")
    rows("adult_share_supply", "adults", "children", owner="riverside")
    found = figures("adult_share_supply", ON_DAY, ("organisation",))
    told = {key: (figure.value, figure.note) for key, figure in found.items()}
    assert told == {("hillside",): (None, "children's only"), ("riverside",): (0.5, "")}


def test_what_one_sided_services_owe_does_not_give_them_a_share(hillside, given, figure):
    hillside("children")
    given(factories.period())
    found = figure("adult_share_supply", ON_DAY.only(organisations=("hillside",)))
    assert found.status == "not_applicable"


def test_one_sided_services_have_no_gap(hillside, rows, figure):
    hillside("children")
    rows("adult_share_supply", "children", owner="hillside")
    found = figure("split_gap", ON_DAY.only(organisations=("hillside",)))
    assert (found.status, found.note) == ("not_applicable", "children's only")
