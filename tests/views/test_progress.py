"""Progress: the steps, and what was lost at each."""

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from dashboard.indicators.parts import Figure
from dashboard.views import losses, progress_rows, steps
from dashboard.views.placement_steps import COUNTED, taken
from dashboard.wording import LOW

STEPS = {
    "demand": 50,
    "gross_offers": 40,
    "net_supply": 34,
    "withdrawn": 4,
    "withdrawn_late": 3,
    "rejected": 2,
    "matched": 33,
    "allocated": 30,
    "cancelled": 3,
    "started": 20,
    "start_overdue": 4,
    "started_by_plan": 15,
    "started_late": 5,
    "completed": 9,
    "ended_early": 1,
    "ended_early_concern": 1,
    "under_way": 10,
}


def by_name(drawn, column):
    return {row[0].text: row[column].text for row in drawn.table.rows}


def test_each_step_says_what_is_left_of_how_many(given):
    drawn = given(totals=STEPS).draw(steps.VIEW)
    assert by_name(drawn, 2) == {
        "Needed": "50",
        "Offered": "34",
        "Matched": "30",
        "Started": "20",
        "Started by the day planned": "15",
        "Completed": "9",
    }


def test_what_became_of_the_others_is_said(given):
    drawn = given(totals=STEPS).draw(steps.VIEW)
    assert by_name(drawn, 6) == {
        "Needed": "nothing lost",
        "Offered": "4 withdrawn and 2 rejected",
        "Matched": "3 cancelled",
        "Started": "4 due and not started and 6 to start later",
        "Started by the day planned": "5 started late",
        "Completed": "1 ended early and 10 under way",
    }


def test_the_title_names_every_loss(given):
    assert given(totals=STEPS).draw(steps.VIEW).title == (
        "Lost or late on the way: 6 of 40 places withdrawn or rejected, 3 of 33 placements "
        "cancelled, 5 of 20 placements started late and 1 of 20 placements ended early"
    )


def test_nothing_lost_is_said_so(given):
    whole = dict.fromkeys(("demand", "gross_offers", "net_supply", "matched", "allocated"), 5)
    assert given(totals=whole).draw(steps.VIEW).title == (
        "No place and no placement was lost on the way"
    )


def test_a_step_that_is_not_reported_is_never_nought(given, figures):
    unknown = dict.fromkeys(("net_supply", "gross_offers", "withdrawn", "rejected"))
    totals = STEPS | {key: figures.missing() for key in unknown}
    drawn = given(totals=totals).draw(steps.VIEW)
    assert by_name(drawn, 2)["Offered"] == "not reported"
    assert drawn.figure["data"][0]["x"][1] is None
    assert drawn.alt.endswith("Not reported: Offered.")


def test_what_was_lost_and_is_hidden_is_never_what_is_left(given, figures):
    hidden = dict.fromkeys(("cancelled", "start_overdue"), figures.missing("suppressed"))
    drawn = given(totals=STEPS | hidden).draw(steps.VIEW)
    assert by_name(drawn, 4)["Matched"] == "hidden"
    assert by_name(drawn, 6)["Matched"] == "cancelled: hidden"
    assert by_name(drawn, 6)["Started"] == "due and not started: hidden"


def test_what_is_rounded_to_nought_was_lost_all_the_same(given, figures):
    drawn = given(totals=STEPS | {"cancelled": figures.low()}).draw(steps.VIEW)
    assert by_name(drawn, 4)["Matched"] == LOW
    assert by_name(drawn, 6)["Matched"] == f"cancelled: {LOW}"


def test_steps_are_said_to_be_counted_in_their_own_units():
    assert "Each step is counted in its own unit" in steps.VIEW.note


@given_any(st.lists(st.integers(0, 50), min_size=9, max_size=9))
def test_a_step_is_what_is_left_lost_and_open_together(counts):
    offered, withdrawn, rejected, placed, cancelled, late, on_time, early, done = counts
    values = dict.fromkeys(COUNTED, 0) | {
        "gross_offers": offered + withdrawn + rejected,
        "net_supply": offered,
        "withdrawn": withdrawn,
        "rejected": rejected,
        "allocated": placed + late + on_time,
        "matched": placed + late + on_time + cancelled,
        "cancelled": cancelled,
        "started": late + on_time,
        "started_by_plan": on_time,
        "started_late": late,
        "ended_early": min(early, late + on_time),
        "completed": min(done, late + on_time - min(early, late + on_time)),
    }
    figures = {key: Figure((), n, None, None, n, "ok", 1, 1) for key, n in values.items()}
    for step in taken(figures):
        assert step.kept.value + step.lost + step.still == step.whole.value
        assert step.lost + step.still == sum(step.causes().values()) + _unnamed(step)


def _unnamed(step):
    # What is under way is counted by an indicator of its own, which is nought here.
    return step.still if step.step.kept == "completed" else 0


def test_a_cause_says_its_share(given):
    drawn = given(totals=STEPS).draw(losses.VIEW)
    assert by_name(drawn, 3)["Placements cancelled"] == "9.1%"


def test_of_nothing_there_is_no_share(given):
    drawn = given(totals=STEPS | {"ended_early": 0, "ended_early_concern": 0}).draw(losses.VIEW)
    assert by_name(drawn, 3)["of them, with a concern raised"] == "not applicable"


@pytest.mark.parametrize(
    ("lost", "title"),
    [
        ({}, "The commonest cause: started late (5)"),
        (
            dict.fromkeys(
                (
                    "withdrawn",
                    "rejected",
                    "cancelled",
                    "started_late",
                    "ended_early",
                    "start_overdue",
                ),
                0,
            ),
            "Nothing was lost, and nothing was late",
        ),
    ],
)
def test_the_commonest_cause_is_named(given, lost, title):
    assert given(totals=STEPS | lost).draw(losses.VIEW).title == title


def test_partnerships_that_lost_most_come_first(given, rows):
    groups = {
        (key, "partnership"): {"n": n, "s": s}
        for key, n, s in (("allocated", 10, 20), ("cancelled", 1, 3), ("ended_early", 0, 2))
    }
    drawn = given(groups=groups, totals=STEPS).draw(progress_rows.VIEW)
    assert [(row[0], row[8]) for row in rows(drawn)] == [("South", "5"), ("North", "1")]
    assert drawn.title == "Both partnerships have lost placements, most of all South (5)"
