"""Partners by any name, for how long, and who follows whom."""

from datetime import date

import pytest

from data import options
from data.partners import called
from tests import factories

END = date(2021, 3, 31)


@pytest.fixture
def known(given, reader):
    """What there is to choose from, once some rows are there besides a partnership of two."""

    def look(*statements):
        given(*factories.reference(), *statements)
        with reader.snapshot() as snapshot:
            return options.load(snapshot)

    return look


@pytest.mark.parametrize("name", ["riverside", "Riverside", " RIVERSIDE ", "The River"])
def test_a_partner_is_found_by_its_code_its_name_and_other_names(known, name):
    partners = known(factories.alias("The River", "riverside")).partners
    assert called(name, partners).code == "riverside"


def test_a_name_of_two_partners_leads_to_neither(known):
    partners = known(
        factories.council("east", name="Dale"),
        factories.council("west", name="Dale"),
        factories.membership("east"),
        factories.membership("west"),
    ).partners
    assert called("Dale", partners) is None


def test_who_was_never_a_member_is_no_partner(known):
    assert "east" not in known(factories.council("east")).partners


def test_a_merger_leads_both_ways(known):
    partners = known(
        factories.council("old", valid_to=END, successor_code="riverside"),
        factories.membership("old", valid_to=END),
    ).partners
    assert (partners["old"].followed_by, partners["riverside"].follows) == (
        ("riverside",),
        ("old",),
    )


def test_a_split_leads_to_each_that_has_the_old_code_for_another_name(known):
    partners = known(
        factories.council("old", valid_to=END, successor_code="riverside"),
        factories.membership("old", valid_to=END),
        factories.council("lakeside", valid_from=date(2021, 4, 1)),
        factories.membership("lakeside"),
        factories.alias("old", "lakeside"),
    ).partners
    assert partners["old"].followed_by == ("lakeside", "riverside")
    assert (partners["lakeside"].follows, partners["lakeside"].other_names) == (("old",), ())


def test_the_parts_of_london_read_as_london(known):
    partners = known(
        factories.council("camden", region_code="E13000001"), factories.membership("camden")
    ).partners
    assert (partners["camden"].region, partners["camden"].nation) == ("E12000007", "England")


def test_of_other_partnerships_nothing_is_known_but_that_they_are(known):
    partners = known(
        factories.partnership("south"), factories.membership("riverside", "south")
    ).within(frozenset({"north"}))
    riverside = partners.partners["riverside"]
    assert [stay.partnership for stay in riverside.stays] == ["north"]
    assert riverside.partnerships == 2


def test_partners_of_other_partnerships_are_not_known_at_all(known):
    narrowed = known(
        factories.partnership("south"),
        factories.council("lakeside"),
        factories.membership("lakeside", "south"),
    ).within(frozenset({"north"}))
    assert set(narrowed.partners) == {"northern", "riverside"}
