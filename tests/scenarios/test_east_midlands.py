"""East Midlands: seven universities whose windows do not clash, and supply in line with demand."""

import pytest

from tests.support.doors import by_file, by_form, by_grid, by_paste
from tests.support.stories import member, need, offer, organisation, programme, request

REGION, EMPLOYER = "E12000004", "county-council"
YEAR = "?year=2008/09&as_at=2009-02-01"
# The documents name two of the seven.
NAMED = ("de-montfort-university", "university-of-lincoln")
OTHERS = tuple(f"university-{number}" for number in range(3, 8))
# The first Monday and the last Friday of each month from October to April.
WINDOWS = dict(
    zip(
        (*NAMED, *OTHERS),
        (
            ("2008-10-06", "2008-10-31"),
            ("2008-11-03", "2008-11-28"),
            ("2008-12-01", "2008-12-19"),
            ("2009-01-05", "2009-01-30"),
            ("2009-02-02", "2009-02-27"),
            ("2009-03-02", "2009-03-27"),
            ("2009-04-06", "2009-04-24"),
        ),
        strict=True,
    )
)


@pytest.fixture(scope="module")
def network(partnership):
    found = partnership(
        "east-midlands-network",
        organisation=[
            *(organisation(code, "hei", REGION) for code in OTHERS),
            organisation(EMPLOYER, "local_authority", REGION),
        ],
        membership=[member("east-midlands-network", code) for code in (*OTHERS, EMPLOYER)],
        programme=[programme(f"{code}-ba", code) for code in WINDOWS],
    )
    for university, (start, end) in WINDOWS.items():
        window = {"window_start": start, "window_end": end}
        code = f"{university}-ba"
        found.enter(by_form, university, "requests", request(code, EMPLOYER, 4, **window))
        found.enter(by_grid, university, "demand", need(code, 4, days="20", **window))
    offers = [offer(4, window_start=start, ref=start) for start, _ in WINDOWS.values()]
    found.enter(by_file, EMPLOYER, "offers", *offers)
    found.enter_stated(by_paste, "reported_figures")
    return found


def test_all_seven_universities_have_their_window_in_the_calendar(network):
    page = network.look("/placements/calendar", YEAR)
    assert len(page.table("windows")) == len(WINDOWS) + len(["All"])
    assert page.table("windows")["All"] == ["0", *["4"] * 7, *["0"] * 4]


def test_no_employer_is_asked_for_more_than_it_has_in_any_month(network):
    page = network.look("/placements/calendar", YEAR)
    assert "County council is not asked for more places than it has in any month" in page.words


def test_supply_is_in_line_with_demand(network):
    page = network.look("/placements", YEAR)
    assert [page.value(each) for each in ("demand", "net_supply")] == [28, 28]
    assert (page.value("sufficiency"), page.value("unmatched_shortfall")) == (1, 0)


def test_the_seven_universities_in_print_are_the_members_here(network):
    assert network.claim("EMN-1")["The document says"] == "7 organisations"
