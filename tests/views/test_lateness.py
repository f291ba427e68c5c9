"""How late placements start, by bands of days."""

from dashboard.indicators.parts import Figure
from dashboard.views import late_starts

DAYS = {
    "on_time_start_rate": Figure((), 0.5, 10, 20, 20, "ok", 3, 3),
    "start_overdue": 2,
    "late_start_days_median": 9,
    "late_start_days_max": 40,
    **{band.id: n for band, n in zip(late_starts.BANDS, (3, 2, 2, 1), strict=True)},
}


def test_bands_say_how_many_and_which_share(given, rows):
    assert rows(given(totals=DAYS).draw(late_starts.VIEW)) == [
        ["On time", "10", "50.0%"],
        ["1 to 7 days late", "3", "15.0%"],
        ["8 to 14 days late", "2", "10.0%"],
        ["15 to 28 days late", "2", "10.0%"],
        ["More than 28 days late", "1", "5.0%"],
        ["Not started though due", "2", "10.0%"],
    ]


def test_the_title_says_how_late(given):
    assert given(totals=DAYS).draw(late_starts.VIEW).title == (
        "Of 20 placements due, 10 started on time, 8 late (median 9 days, most 40 days) and 2 not "
        "yet"
    )


def test_bands_that_are_hidden_are_not_nought(given, figures, rows):
    hidden = dict.fromkeys((band.id for band in late_starts.BANDS), figures.missing("suppressed"))
    drawn = given(totals=DAYS | hidden | {"start_overdue": figures.low()}).draw(late_starts.VIEW)
    bars, _outlines, notes = drawn.figure["data"]
    assert drawn.title == "Of 20 placements due, 10 started on time"
    assert bars["x"] == [10, None, None, None, None, None]
    assert notes["text"][1:] == [*[" hidden"] * 4, " fewer than 3"]
    assert [row[1:] for row in rows(drawn)][-1] == ["fewer than 3", "fewer than 3"]


def test_with_bands_hidden_nobody_knows_whether_all_were_on_time(given, figures):
    all_due = {"on_time_start_rate": Figure((), 1, 20, 20, 20, "ok", 3, 3)}
    hidden = {late_starts.BANDS[0].id: figures.missing("suppressed")}
    drawn = given(totals=all_due | hidden).draw(late_starts.VIEW)
    assert drawn.title == "Of 20 placements due, 20 started on time"


def test_all_on_time_is_said_so(given):
    on_time = {"on_time_start_rate": Figure((), 1, 20, 20, 20, "ok", 3, 3)}
    drawn = given(totals=on_time).draw(late_starts.VIEW)
    assert drawn.title == "Every one of 20 placements due started on time"


def test_nothing_due_is_no_share(given):
    nothing = {"on_time_start_rate": Figure((), None, 0, 0, 0, "not_applicable", 3, 3)}
    assert given(totals=nothing).draw(late_starts.VIEW).figure["data"] == []
