"""The counts of an edition against its own rates: the real one, and a small invented one."""

from collections import Counter

import pytest

from data.returns.published.check import check
from tests.support.published import EDITION, REAL, as_published, reading_of

# Each rate: the count above the line, and those that are added up below it.
RATES = {
    "vacancy_rate_fte": ("vacancy_fte", ("vacancy_fte", "inpost_fte")),
    "turnover_rate_fte": ("leavers_fte", ("inpost_fte",)),
    "agency_rate_fte": ("agency_fte", ("agency_fte", "inpost_fte")),
    "vacancy_agency_cover_rate_fte": ("agency_cover_fte", ("vacancy_fte",)),
}
# Percentage points; the rates are printed to one decimal place.
WITHIN = 0.1 + 1e-9
# Rows that have both; and those that differ in the file as it is published, of which the first
# are named and the others counted.
REAL_ROWS = {
    "vacancy_rate_fte": (1461, [], 0),
    "turnover_rate_fte": (
        1453,
        [
            (2024, "England"),
            (2024, "North East"),
            (2022, "North East"),
            (2022, "Bracknell Forest"),
            (2018, "Isle of Wight"),
        ],
        0,
    ),
    "agency_rate_fte": (
        1449,
        [(2024, "England"), (2024, "West Midlands"), (2023, "London"), (2023, "Outer London")],
        0,
    ),
    "vacancy_agency_cover_rate_fte": (
        1410,
        [
            (2025, "Lincolnshire"),
            (2025, "Waltham Forest"),
            (2024, "England"),
            (2024, "West Midlands"),
            (2024, "North Tyneside"),
            (2024, "Redcar and Cleveland"),
            (2024, "Warrington"),
            (2024, "Lincolnshire"),
            (2024, "Central Bedfordshire"),
        ],
        40,
    ),
}
INVENTED_ROWS = {
    "vacancy_rate_fte": (8, [], 0),
    "turnover_rate_fte": (7, [(2024, "England")], 0),
    "agency_rate_fte": (6, [], 0),
    "vacancy_agency_cover_rate_fte": (6, [], 0),
}


@pytest.fixture(scope="module")
def real():
    if not REAL.is_file():
        pytest.skip("the Department's workforce file is not beside the project")
    entries, problems = check(reading_of(REAL))
    assert not problems
    return entries


@pytest.fixture
def invented(tmp_path):
    entries, _ = check(reading_of(as_published(tmp_path / "workforce.csv", EDITION)))
    return entries


def compared(entries, rate, named):
    """How many rows have a rate and its counts, the first few in which they differ, and the rest.

    A rate of nothing, such as vacancies covered where there are none, has no counts to go by.
    """
    above, below = RATES[rate]
    both, differing = 0, []
    for entry in entries:
        printed, part, *parts = (entry.numbers[name].value for name in (rate, above, *below))
        if None in (printed, part, *parts) or not sum(parts):
            continue
        both += 1
        if abs(part / sum(parts) * 100 - printed) > WITHIN:
            differing.append((entry.census_on.year, entry.name))
    return both, differing[:named], len(differing[named:])


def test_the_real_edition_has_every_row(real):
    assert len(real) == 1463


@pytest.mark.parametrize("rate", RATES)
def test_the_counts_of_the_real_edition_make_its_rates(real, rate):
    assert compared(real, rate, 9) == REAL_ROWS[rate]


@pytest.mark.parametrize("rate", RATES)
def test_the_counts_of_an_invented_edition_make_its_rates(invented, rate):
    assert compared(invented, rate, 9) == INVENTED_ROWS[rate]


def test_the_real_edition_has_two_joint_rows_in_its_last_year(real):
    joint = {entry.ons_code for entry in real if len(entry.councils) > 1}
    assert joint == {"E06000061 / E06000062", "E09000021 / E09000027"}


def test_the_real_edition_tells_the_parts_of_london_from_london(real):
    regions = {entry.ons_code for entry in real if entry.level == "Regional"}
    assert {"E12000007", "E13000001", "E13000002"} < regions
    assert len(regions) == 11


def test_no_symbol_of_the_real_edition_became_a_number(real):
    states = Counter(found.state for entry in real for found in entry.numbers.values())
    assert states == {
        "ok": 31936,
        "not_available": 98,
        "not_applicable": 81,
        "unreliable": 51,
        "low": 12,
        "suppressed": 8,
    }
