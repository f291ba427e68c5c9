"""Birmingham: a contract with something in return, a rural scheme, police and prison settings."""

import pytest

from tests.support.doors import by_file, by_form, by_paste, by_template
from tests.support.stories import member, offer, organisation, placement, programme

UNIVERSITY, COUNTY = "university-of-birmingham", "herefordshire-council"
AGENCY = "foster-care-associates"
YEAR = "?year=2008/09&as_at=2009-08-31"
SETTINGS = {"police-force": "police", "prison-service": "prison"}
# The practice educator comes from elsewhere; whoever supervises day by day is on the site.
OFF_SITE = {"pe_mode": "off_site", "service_area": "adults", "statutory": "no", "offer_ref": "O1"}


@pytest.fixture(scope="module")
def birmingham(partnership):
    found = partnership(
        "birmingham",
        organisation=[organisation(code, kind, "E12000005") for code, kind in SETTINGS.items()],
        membership=[member("birmingham", code) for code in SETTINGS],
        programme=[programme("ba", UNIVERSITY)],
    )
    found.enter_stated(by_form, "agreements", status="active")
    found.enter_stated(by_paste, "reported_figures")
    contracted = offer(10, ref="O1", sector="private", agreement_ref="FCA-1", statutory="no")
    found.enter(by_form, AGENCY, "offers", contracted)
    for code, kind in SETTINGS.items():
        row = offer(1, ref="O1", sector=kind, statutory="no", pe_mode="off_site")
        found.enter(by_paste, code, "offers", row)
    found.enter(by_template, COUNTY, "offers", *_rural_offers())
    rows = (*_contracted(), *_in_settings(), *_rural_student())
    found.enter(by_file, UNIVERSITY, "placements", *rows)
    return found


def _rural_offers():
    scheme = {"rural": "yes", "agreement_ref": "RURAL-1"}
    yield offer(1, ref="O1", team="Older people", level="first", service_area="adults", **scheme)
    yield offer(1, ref="O2", team="Children in care", window_start="2009-01-12", **scheme)


def _contracted():
    for number in range(8):
        of_agency = {"offer_ref": "O1", "sector": "private", "statutory": "no"}
        yield placement(f"C{number}", "ba", AGENCY, **of_agency)


def _in_settings():
    for code, kind in SETTINGS.items():
        yield placement(f"S-{kind}", "ba", code, sector=kind, **OFF_SITE)


def _rural_student():
    done = {"status": "completed", "outcome": "pass", "pe_mode": "on_site"}
    first = {"level": "first", "service_area": "adults", "offer_ref": "O1"}
    yield placement("R1", "ba", COUNTY, actual_end="2008-12-19", **first, **done)
    final = {"planned_start": "2009-01-12", "actual_start": "2009-01-12", "offer_ref": "O2"}
    yield placement("R1", "ba", COUNTY, actual_end="2009-06-19", **final, **done)


def test_ten_places_a_year_are_contracted_with_the_agency(birmingham):
    page = birmingham.look(f"/partners/{AGENCY}", YEAR)
    assert "In force: 1 (contract: 1)" in page.said_of("agreements")
    assert "Places a year in these: 10" in page.said_of("agreements")


def test_what_the_agency_offers_stands_beside_its_contract(birmingham):
    row = birmingham.look("/placements", YEAR).table("by-employer")["Foster Care Associates"]
    assert row == ["10", "Agreement: 10", "in balance"]


def test_what_was_delivered_stands_beside_the_ten_contracted(birmingham):
    row = birmingham.look("/engagement", YEAR).table("contracted")["Foster Care Associates"]
    assert row == ["10", "8", "2 fewer"]


def test_the_contract_says_what_is_given_in_return(birmingham):
    page = birmingham.look("/engagement", YEAR, role="manager")
    assert "Enabling-others training for the agency's staff" in page.words


def test_the_rural_scheme_is_listed_for_those_who_may_read_it(birmingham):
    page = birmingham.look(f"/partners/{COUNTY}", YEAR, role="manager")
    assert "Rural hosting: both placements in the county" in page.words


def test_a_student_of_the_scheme_has_both_placements_in_the_county(birmingham):
    flows = birmingham.look("/placements/progress", YEAR)
    assert flows.cells("flows", "University of Birmingham")["Herefordshire Council"] == "2"


def test_the_final_one_is_statutory_and_in_children_s_services(birmingham):
    search = f"{YEAR}&organisation={COUNTY}&level=final&service_area=children"
    share = birmingham.look("/placements", search).headline("statutory_share")
    assert "100.0% 1 of 1 placement" in share.words


def test_a_student_who_went_through_it_had_a_statutory_placement(birmingham):
    card = birmingham.look(f"/partners/{UNIVERSITY}", YEAR).table("scorecard")
    assert card["Students with a statutory placement"][1] == "100.0% of 1"


@pytest.mark.parametrize("code", SETTINGS)
def test_police_and_prison_take_students_with_an_off_site_practice_educator(birmingham, code):
    page = birmingham.look("/practice-educators", f"{YEAR}&organisation={code}")
    assert "0.0% 0 of 1 placement" in page.headline("on_site_share").words


def test_the_place_says_what_setting_it_is_in_and_where_the_practice_educator_is(birmingham):
    desk = birmingham.desk("prison-service")
    rows = desk.browser.get(f"{desk.home}/offers/").text
    assert ("<td>prison</td>" in rows, "<td>off_site</td>" in rows) == (True, True)


def test_specialist_placements_in_print_are_part_of_those_contracted(birmingham):
    claim = birmingham.claim("BIR-2")
    assert (claim["The document says"], claim["Part of"]) == ("2 placements", "contained in BIR-1")
