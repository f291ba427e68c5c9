"""The calendar: windows as bars, and the overload of employers month by month."""

from itertools import pairwise

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from dashboard.indicators.overload import BY_EMPLOYER
from dashboard.indicators.parts import Figure
from dashboard.views.open_windows import ASKED, MOST_PROGRAMMES, SPLIT, runs_of
from dashboard.views.open_windows import VIEW as WINDOWS
from dashboard.views.overloads import MOST_EMPLOYERS, OVER
from dashboard.views.overloads import VIEW as OVERLOAD

pytestmark = pytest.mark.clock

NOBODY = (0, 0, 0)


def load(asked, had, universities):
    over = max(asked - had, 0)
    return Figure((), over, asked, had, universities, "ok", 3, 3)


@pytest.fixture
def overloaded(given):
    """The overload of employers: their months from September on; the rest of the year is empty."""

    def make(**employers):
        groups, totals = {}, {}
        for place, month in enumerate(OVER):
            found = {
                ("n", name): months[place] if place < len(months) else load(*NOBODY)
                for name, months in employers.items()
            }
            groups[month.id, *BY_EMPLOYER] = found
            totals[month.id] = sum(figure.value or 0 for figure in found.values())
        return given(groups=groups, totals=totals, years=("2025/26",)).draw(OVERLOAD)

    return make


def test_a_cell_says_how_many_are_short_of_what_is_asked(overloaded):
    cell = overloaded(city=[load(14, 9, 3)]).table.rows[0][1]
    assert (cell.text, cell.aside, cell.tone) == ("5", "14 of 9", 4)


def test_months_alike_are_one_clash(overloaded):
    drawn = overloaded(city=[load(14, 9, 3)] * 4)
    assert drawn.points == (
        "City is asked for 14 places from September to December by three universities and has 9",
    )


def test_months_apart_are_two(overloaded):
    drawn = overloaded(city=[load(14, 9, 3), load(*NOBODY), load(14, 9, 3)])
    assert [" in September " in point for point in drawn.points] == [True, False]


def test_what_one_university_asks_is_short_and_no_clash(overloaded):
    drawn = overloaded(city=[load(14, 9, 1)])
    assert (drawn.table.rows[0][1].text, drawn.points) == ("5", ())


def test_the_title_says_how_many_are_overloaded_and_who_most(overloaded):
    drawn = overloaded(city=[load(14, 9, 3)], shire=[load(3, 3, 2)])
    assert drawn.title == (
        "One of two employers is asked for more places than it has in some month: City (5 short)"
    )


def test_no_overload_is_said_so(overloaded):
    drawn = overloaded(city=[load(3, 9, 3)], shire=[load(3, 3, 2)])
    assert drawn.title == "Neither employer is asked for more places than it has in some month"


def test_all_overloaded_is_said_so(overloaded):
    drawn = overloaded(city=[load(14, 9, 3)], shire=[load(4, 3, 2)])
    assert drawn.title.startswith("Both employers are asked for more places than they have")


def test_who_has_not_returned_offers_comes_last_and_is_never_nought(overloaded, figures):
    drawn = overloaded(city=[load(14, 9, 3)], shire=[figures.missing()] * 12)
    last = drawn.table.rows[-1]
    assert (last[0].text, last[1].text) == ("Shire", "not reported")
    assert drawn.alt.endswith("Shire has not reported.")


def test_universities_are_no_employers(overloaded):
    assert [row[0].text for row in overloaded(city=[load(1, 1, 1)], uni=[]).table.rows] == ["City"]


def test_more_employers_than_one_reads_share_a_row(overloaded):
    names = {f"e{number}": [load(14, 9, 3)] for number in range(MOST_EMPLOYERS + 2)}
    last = overloaded(**names).table.rows[-1]
    assert (last[0].text, last[1].value) == ("2 other employers", 10)


def test_the_rows_add_up_to_the_totals(overloaded):
    names = {f"e{number}": [load(14 + number, 9, 3)] for number in range(MOST_EMPLOYERS + 5)}
    table = overloaded(**names).table
    assert sum(row[1].value for row in table.rows) == table.footer[1].value


def test_a_route_that_offers_lack_leaves_no_overload(given, figures):
    refused = figures.missing("not_applicable")
    drawn = given(totals={month.id: refused for month in OVER}).draw(OVERLOAD)
    assert "can't be worked out for these filters" in drawn.empty


@pytest.fixture
def windows(given):
    """The windows of one programme: places asked in each month from September on."""

    def make(*places):
        groups = {
            (month.id, *SPLIT): {("uni", "ba", "final"): places[n] if n < len(places) else 0}
            for n, month in enumerate(ASKED)
        }
        totals = {m.id: places[n] if n < len(places) else 0 for n, m in enumerate(ASKED)}
        return given(groups=groups, totals=totals, years=("2025/26",)).draw(WINDOWS)

    return make


def test_a_bar_covers_months_on_end(windows):
    bars = windows(4, 4, 0, 6).figure["data"][0]
    assert (bars["base"], bars["x"]) == ([0, 3], [2, 1])


def test_the_title_names_the_months_with_most(windows):
    assert windows(4, 6, 6).title == "Most places are asked from October to November: 6 each month"


def test_one_month_with_most_is_named_alone(windows):
    assert windows(4, 6).title == "Most places are asked in October: 6 in all"


def test_programmes_beyond_what_one_reads_share_a_row(given):
    keys = {("uni", f"p{number}", "final"): 2 for number in range(MOST_PROGRAMMES + 3)}
    groups = {(month.id, *SPLIT): keys for month in ASKED}
    totals = {month.id: sum(keys.values()) for month in ASKED}
    table = given(groups=groups, totals=totals).draw(WINDOWS).table
    assert (table.rows[-1][0].text, table.rows[-1][1].value) == ("3 others", 6)
    assert sum(row[1].value for row in table.rows) == table.footer[1].value


def test_without_a_window_there_is_nothing(windows):
    assert windows().empty == "Nothing matches these filters."


@given_any(st.lists(st.booleans(), max_size=12))
def test_runs_cover_what_is_set_and_nothing_else(marks):
    runs = runs_of(marks)
    covered = [place for first, last in runs for place in range(first, last + 1)]
    assert covered == [place for place, mark in enumerate(marks) if mark]
    assert all(one[1] + 1 < other[0] for one, other in pairwise(runs))
