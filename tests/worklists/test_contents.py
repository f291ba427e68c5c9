"""What stands in the lists: students without a placement, offers without a student, and reasons."""

from datetime import date

from dashboard.worklists import lost, offers_left, unplaced
from tests import factories
from tests.worklists.conftest import of

MANAGER = of("manager")
LATER = date(2026, 9, 21)


def test_students_without_a_placement_are_demand_less_placements(rows_of, held):
    held(
        factories.demand(students=5),
        factories.placement(),
        factories.placement(student_ref="S2", status="cancelled"),
    )
    (row,) = rows_of(unplaced.LISTING, MANAGER)
    assert [row[name] for name in ("Students", "Placed", "Without")] == ["5", "1", "4"]


def test_one_programme_does_not_make_up_for_another(rows_of, held):
    held(
        factories.programme("northern-ma", name="MA Social Work", route="postgraduate"),
        factories.demand(students=2),
        factories.placement(programme="northern-ma"),
    )
    (row,) = rows_of(unplaced.LISTING, MANAGER)
    assert (row["Programme"], row["Without"]) == ("BA (Hons) Social Work", "2")


def test_whoever_has_enough_is_on_no_list(rows_of, held):
    held(factories.demand(students=1), factories.placement())
    assert rows_of.look(unplaced.LISTING, MANAGER).title == "Nothing to do here"


def test_the_title_adds_the_students_up(rows_of, held):
    held(factories.demand(students=2), factories.demand(students=3, level="first"))
    listed = rows_of.look(unplaced.LISTING, MANAGER, most=1)
    assert listed.title == (
        "5 students without a placement, in 2 groups; the first 1 groups are listed"
    )


def test_years_gone_by_are_listed_only_where_they_are_chosen(rows_of, held):
    held(factories.demand(students=2, window_start=date(2024, 9, 23)))
    seen = [len(rows_of(unplaced.LISTING, MANAGER, query)) for query in ("", "?year=2024/25")]
    assert seen == [0, 1]


def test_filters_cut_a_list_as_they_cut_figures(rows_of, held):
    held(factories.demand(students=2), factories.demand(students=3, level="first"))
    (row,) = rows_of(unplaced.LISTING, MANAGER, "?level=first")
    assert row["Without"] == "3"


def test_an_offer_has_what_its_placements_leave(rows_of, held):
    held(
        factories.offer(ref="O1", places=4),
        factories.placement(offer_ref="O1"),
        factories.placement(offer_ref="O1", student_ref="S2", status="cancelled"),
        factories.placement(
            offer_ref="O1", student_ref="S3", voided_at=factories.NOW, voided_reason="x"
        ),
        factories.placement(student_ref="S4"),
    )
    (row,) = rows_of(offers_left.LISTING, MANAGER)
    assert [row[name] for name in ("Places", "Taken", "Left")] == ["4", "1", "3"]


def test_an_offer_that_is_taken_up_is_on_no_list(rows_of, held):
    held(factories.offer(ref="O1", places=1), factories.placement(offer_ref="O1"))
    assert rows_of(offers_left.LISTING, MANAGER) == []


def test_an_offer_that_no_longer_stands_is_on_no_list(rows_of, held):
    held(factories.offer(status="withdrawn", status_on=factories.AUTUMN))
    assert rows_of(offers_left.LISTING, MANAGER) == []


def test_offers_that_begin_first_come_first_and_all_are_counted(rows_of, held):
    held(factories.offer(ref="B", window_start=LATER, places=2), factories.offer(ref="A", places=3))
    listed = rows_of.look(offers_left.LISTING, MANAGER, most=1)
    assert listed.table.rows[0][1].text == "A"
    assert listed.title == (
        "2 offers have places without a student, 5 places in all; the first 1 offers are listed"
    )


def test_the_reason_of_a_lost_offer_is_as_it_was_given(rows_of, held):
    held(factories.offer(status="rejected", status_on=factories.AUTUMN, status_reason="Too far"))
    (row,) = rows_of(lost.OFFERS, MANAGER)
    assert (row["What became of it"], row["Reason"]) == ("Rejected", "Too far")


def test_a_missing_reason_is_said_to_be_missing(rows_of, held):
    held(factories.placement(status="cancelled"))
    (row,) = rows_of(lost.PLACEMENTS, MANAGER)
    assert (row["Reason"], row["Concern"]) == ("no reason given", "Not known")


def test_what_is_lost_after_the_day_is_not_yet_known(rows_of, held):
    held(factories.offer(status="withdrawn", status_on=date(2026, 3, 1)))
    assert rows_of(lost.OFFERS, MANAGER) == []


def test_a_placement_that_ended_early_is_listed_from_that_day_on(rows_of, held):
    ended = {"actual_start": factories.AUTUMN, "actual_end": date(2026, 1, 9)}
    held(factories.placement(status="ended_early", concern="yes", **ended))
    queries = ("?as_at=2026-01-08", "?as_at=2026-01-09")
    assert [len(rows_of(lost.PLACEMENTS, MANAGER, query)) for query in queries] == [0, 1]


def test_no_student_is_named(rows_of, held):
    held(factories.placement(student_ref="S77", status="cancelled"))
    assert "S77" not in str(rows_of(lost.PLACEMENTS, MANAGER))
