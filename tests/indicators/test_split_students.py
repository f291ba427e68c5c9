"""Students who have seen both adults' and children's, and who teaches on site."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

DAY = date(2026, 8, 31)
ON_DAY = Selection(as_at=DAY)
FIRST = {"level": "first", "status": "completed", "actual_start": date(2025, 1, 6)}
FINAL = {"level": "final", "status": "completed", "actual_start": date(2025, 9, 22)}


def first(**changes):
    ended = {"planned_start": date(2025, 1, 6), "actual_end": date(2025, 5, 30)}
    return factories.placement(**FIRST | ended | changes)


def final(**changes):
    return factories.placement(**FINAL | {"actual_end": date(2026, 2, 27)} | changes)


@pytest.fixture
def placed(given):
    return lambda *rows: given(*factories.reference(), *rows)


@pytest.mark.parametrize(
    ("area", "expected"), [("children", 1), ("adults", 0), ("mental_health", 0), ("all_age", 0)]
)
def test_both_areas_are_one_placement_in_each(placed, figure, area, expected):
    placed(first(service_area=area), final())
    assert figure("both_areas_rate", ON_DAY).value == expected


def test_the_rate_is_of_students_who_completed_a_final_placement(placed, figure):
    placed(
        first(service_area="children"),
        final(),
        final(student_ref="S2"),
        first(student_ref="S3"),
        final(student_ref="S4", actual_end=date(2026, 9, 1)),
    )
    found = figure("both_areas_rate", ON_DAY)
    assert (found.numerator, found.denominator) == (1, 2)


def test_a_cancelled_placement_showed_nobody_anything(placed, figure):
    placed(first(service_area="children", status="cancelled"), final())
    assert figure("both_areas_rate", ON_DAY).value == 0


def test_a_filter_for_the_area_chooses_the_final_placement_alone(placed, figure):
    placed(first(service_area="children"), final())
    assert figure("both_areas_rate", ON_DAY.only(areas=("adults",))).value == 1


def test_without_a_completed_final_placement_there_is_no_rate(placed, figure):
    placed(first(service_area="children"))
    assert figure("both_areas_rate", ON_DAY).status == "not_applicable"


def test_the_on_site_share_is_of_those_whose_mode_is_known(placed, figure):
    placed(
        final(pe_mode="on_site"),
        final(pe_mode="off_site"),
        final(pe_mode="off_site"),
        final(pe_mode="not_known"),
        final(),
    )
    found = figure("on_site_share", ON_DAY)
    assert (found.numerator, found.denominator) == (1, 3)


@pytest.mark.parametrize(
    "changes", [{"status": "cancelled"}, {"actual_start": date(2026, 9, 1), "actual_end": None}]
)
def test_a_placement_that_has_not_started_has_no_educator_yet(placed, figure, changes):
    started = {"status": "started", "actual_end": None}
    placed(final(pe_mode="on_site", **started | changes), final(pe_mode="off_site"))
    assert figure("on_site_share", ON_DAY).value == 0


def test_where_no_mode_is_known_there_is_no_share(placed, figure):
    placed(final(), final(pe_mode="not_known"))
    assert figure("on_site_share", ON_DAY).status == "not_applicable"
