"""What documents say, as it is read: wholes before their parts, nothing lost, nothing added up."""

from datetime import date

import pytest

from data import options
from data.claims import chosen, claims, year_of
from data.queries.claims import claims as statement
from data.selection import Selection
from tests import factories


@pytest.fixture
def told(reader, given):
    """What documents say, once some rows are there: `told(row, row)`."""

    def read(*rows):
        given(*factories.reference(), *rows)
        with reader.snapshot() as snapshot:
            return claims(snapshot.rows(statement()))

    return read


def refs(found):
    return [(each.ref, each.depth) for each in found]


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2024/25", "2024/25"),
        (" 2024/2025 ", "2024/25"),
        ("2024 / 25", "2024/25"),
        ("1999/00", "1999/00"),
        ("1999/2000", "1999/00"),
        ("2024/26", ""),
        ("2024-25", ""),
        ("2024", ""),
        ("first year", ""),
        ("", ""),
    ],
)
def test_a_period_is_an_academic_year_or_none(period, year):
    assert year_of(period) == year


def test_parts_follow_what_contains_them(told):
    found = told(
        factories.reported_figure(ref="whole"),
        factories.reported_figure(ref="other"),
        factories.reported_figure(ref="part", part_of="whole"),
        factories.reported_figure(ref="part of part", part_of="part"),
    )
    assert refs(found) == [("whole", 0), ("part", 1), ("part of part", 2), ("other", 0)]


def test_a_part_of_what_was_voided_stands_by_itself(told):
    voided = {"voided_at": factories.NOW, "voided_reason": "Entered twice"}
    found = told(
        factories.reported_figure(ref="whole", **voided),
        factories.reported_figure(ref="part", part_of="whole"),
    )
    assert refs(found) == [("part", 0)]


def test_figures_that_were_loaded_as_parts_of_each_other_are_not_lost(told):
    found = told(
        factories.reported_figure(ref="one"),
        factories.reported_figure(ref="two", part_of="one"),
        factories.FACTS["reported_figures"]
        .update()
        .where(factories.FACTS["reported_figures"].c.ref == "one")
        .values(part_of="two"),
    )
    assert sorted(ref for ref, _ in refs(found)) == ["one", "two"]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({}, ["a", "b"]),
        ({"partnerships": ("north",)}, ["a", "b"]),
        ({"partnerships": ("south",)}, []),
        ({"organisations": ("northern",)}, ["b"]),
        ({"regions": ("E12000003",)}, ["a", "b"]),
        ({"regions": ("E12000002",)}, []),
        ({"years": ("2024/25",)}, ["a"]),
    ],
)
def test_filters_are_followed(told, filters, left):
    found = told(
        factories.reported_figure(ref="a", period="2024/25"),
        factories.reported_figure(ref="b", owner="northern", period="first year"),
    )
    selection = Selection(date(2026, 2, 1), **filters)
    assert sorted(each.ref for each in chosen(found, selection)) == left


def test_nobody_reads_claims_of_partnerships_whose_figures_they_may_not_read(reader, given):
    given(*factories.reference(), factories.reported_figure())
    with reader.snapshot() as snapshot:
        known = options.load(snapshot)
    assert len(known.claims) == 1
    assert known.within(frozenset({"south"})).claims == ()
