"""Groups of a cut, and the parts of a whole, as readers of an edition see them."""

from datetime import timedelta

import pytest

from dashboard import wording
from tests import factories
from tests.disclosure.conftest import DAY
from tests.disclosure.rows_of_people import placements, students


@pytest.mark.parametrize(
    ("by", "filters"),
    [
        (("partnership", "level", "service_area"), {}),
        (("level",), {"areas": ("adults",)}),
        (("level",), {}),
        (("partnership",), {"as_at": DAY - timedelta(days=1)}),
        (("partnership",), {"basis": "hei"}),
        (("partnership",), {"routes": ("undergraduate",)}),
        ((), {"years": ("2024/25", "2025/26")}),
        (("partnership", "level"), {"years": ("2025/26",)}),
    ],
)
def test_outside_the_cuts_there_is_no_number_and_no_group(edition, given, by, filters):
    given(*factories.reference(), students(40))
    (figure,) = edition("demand")("demand", by, **filters).values()
    assert (figure.key, figure.value, figure.n) == ((None,) * len(by), None, None)
    assert (figure.status, figure.note) == ("suppressed", wording.NO_CUT)


@pytest.mark.parametrize(
    ("by", "filters", "key"),
    [
        ((), {}, ()),
        ((), {"years": ("2025/26",), "levels": ("final",)}, ()),
        (("level",), {"years": ("2025/26",)}, ("final",)),
        (("academic_year", "level"), {}, ("2025/26", "final")),
        (("academic_year",), {"years": ("2024/25", "2025/26")}, ("2025/26",)),
    ],
)
def test_a_filter_is_a_cut_as_a_dimension_is(edition, given, by, filters, key):
    given(*factories.reference(), students(41))
    assert edition("demand")("demand", by, **filters)[key].value == 40


def test_no_two_filters_can_be_subtracted(edition, given):
    given(*factories.reference(), students(31), students(2, level="first"))
    ask = edition("demand")
    whole, final = (ask("demand", years=("2025/26",), levels=each) for each in ((), ("final",)))
    assert whole[()].value - final[()].value == 35 - 30


@pytest.mark.parametrize("count", ["allocated", "demand"])
def test_what_protects_one_count_is_kept_beside_what_protects_another(edition, given, count):
    given(*factories.reference(), students(30), students(3, level="first"))
    firsts = [{"student_ref": f"F{place}", "level": "first"} for place in range(3)]
    given(*placements(30), *(factories.placement(**each) for each in firsts))
    figures = edition("allocated", "demand", mode="suppressed")(count, ("academic_year", "level"))
    assert wording.HIDDEN_FOR_ANOTHER in {each.note for each in figures.values()}


def test_what_was_not_looked_at_is_hidden(edition, given):
    given(*factories.reference(), students(40))
    assert edition("allocated")("demand")[()].note == wording.NO_CUT


def test_two_low_parts_never_stand_under_a_low_whole(edition, given):
    given(*factories.reference(), students(1), students(1, level="first"))
    ask = edition("demand")
    whole = ask("demand", years=("2025/26",))[()]
    parts = ask("demand", ("academic_year", "level"))
    assert not (whole.low and all(each.low for each in parts.values()))


def test_a_lone_hidden_part_has_company(edition, given):
    given(*factories.reference(), students(30), students(3, level="first"))
    parts = edition("demand", mode="suppressed")("demand", ("academic_year", "level"))
    assert [each.status for each in parts.values()] == ["suppressed", "suppressed"] or (
        edition("demand", mode="suppressed")("demand", ("academic_year",))[("2025/26",)].value
        is None
    )


def test_so_has_one_where_regions_share_places_and_do_not_add_up(edition, given):
    given(
        *factories.reference()[:2],
        factories.council(region_code="E12000002"),
        *factories.reference()[3:],
        students(30, service_area="children"),
        students(3),
        factories.offer(service_area="children", places=10),
    )
    ask = edition("demand", "unmatched_shortfall", mode="suppressed")
    (whole,) = ask("unmatched_shortfall", ("academic_year",)).values()
    parts = ask("unmatched_shortfall", ("academic_year", "service_area")).values()
    assert sum(each.value is None for each in (whole, *parts)) > 1
