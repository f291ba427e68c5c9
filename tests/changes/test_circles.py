"""Figures that would be part of themselves are refused at every door."""

from data.changes.rows import Place

FIGURES = Place("reported_figures", "north", "riverside")


def entered(enter, stored):
    """A figure, and one that is part of it."""
    enter(place=FIGURES, ref="whole")
    enter(place=FIGURES, ref="part", part_of="whole")
    return {row["ref"]: row for row in stored("reported_figures")}


def test_a_form_refuses_to_make_a_whole_part_of_its_part(enter, stored):
    rows = entered(enter, stored)
    (found,) = enter(rows["whole"], place=FIGURES, part_of="part").outcome.errors
    assert (found.column, found.value) == ("part_of", "part")
