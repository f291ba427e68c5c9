"""Scotland: another nation's rules, and no figure that is England's alone forced on it."""

import pytest

from tests.support.doors import by_command, by_file, by_form, by_grid, by_template
from tests.support.stories import educator, member, need, offer, organisation, placement, programme

SCOTLAND, COUNCIL = "S92000003", "a-scottish-council"
# Eight universities were invited; the documents do not name them.
UNIVERSITIES = tuple(f"university-{number}" for number in range(1, 9))
HOST = UNIVERSITIES[0]
YEAR = "?year=2007/08&as_at=2008-06-30"
# A Scottish practice educator is taken to be current for three years, an English one for two.
RULE = {"key": "currency_months", "value": "36", "valid_from": "2000-01-01", "country": "Scotland"}
AUTUMN = {"window_start": "2007-10-01", "window_end": "2008-03-28"}


@pytest.fixture(scope="module")
def scotland(partnership):
    found = partnership(
        "scotland-change-academy",
        organisation=[
            *(organisation(code, "hei", SCOTLAND) for code in UNIVERSITIES),
            organisation(COUNCIL, "local_authority", SCOTLAND),
        ],
        membership=[member("scotland-change-academy", code) for code in (*UNIVERSITIES, COUNCIL)],
        programme=[programme("bsw", HOST)],
        setting=[RULE],
    )
    found.enter(by_form, HOST, "demand", need("bsw", 3, days="80", **AUTUMN))
    places = offer(3, ref="O1", window_start=AUTUMN["window_start"])
    found.enter(by_grid, COUNCIL, "offers", places)
    found.enter(by_file, HOST, "placements", *(_placement(number) for number in range(3)))
    award = {"stage1_on": "2005-06-01", "stage2_on": "2005-09-01"}
    found.enter(by_template, COUNCIL, "practice_educators", educator("PE1", **award))
    found.enter_stated(by_command, "reported_figures")
    return found


def _placement(number):
    day = AUTUMN["window_start"]
    days = {"planned_start": day, "actual_start": day, "days_required": "80"}
    return placement(f"S{number}", "bsw", COUNCIL, offer_ref="O1", pe_ref="", **days)


def test_eighty_days_raise_no_query_there(scotland):
    desk = scotland.desk(HOST)
    assert "Nothing is asked." in desk.browser.get(desk.home).text


def test_its_own_rule_says_until_when_a_practice_educator_is_current(scotland):
    page = scotland.look("/practice-educators", YEAR)
    assert (page.value("pe_current"), page.value("pe_on_register")) == (1, 1)


def test_supply_and_demand_are_counted_as_anywhere(scotland):
    page = scotland.look("/placements", f"{YEAR}&region={SCOTLAND}")
    assert (page.value("demand"), page.value("net_supply")) == (3, 3)


def test_the_published_workforce_of_england_is_not_asked_of_it(scotland):
    page = scotland.look("/practice-educators", YEAR)
    assert "for each hundred social workers in post: not applicable" in page.words


def test_no_figure_of_the_workforce_is_made_up_for_it(scotland):
    page = scotland.look("/workforce", YEAR)
    for rate in ("vacancy_rate", "turnover_rate", "agency_rate", "asye_pass_rate"):
        card = page.headline(rate)
        assert (card.value, card.status) == (None, "not_applicable")


def test_all_eight_universities_are_partners_in_scotland(scotland):
    listed = scotland.look("/partners", YEAR).table("partners").values()
    assert [row[1] for row in listed if row[0] == "University"] == ["Scotland"] * 8


def test_what_is_in_print_of_it_is_kept_as_evidence(scotland):
    says = [scotland.claim(f"SCO-{number}")["The document says"] for number in (1, 2)]
    assert says == ["8 organisations", "9 people"]
