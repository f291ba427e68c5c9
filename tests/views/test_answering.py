"""Which rows a chart draws, and what stands for those that it has no room for."""

import pytest

from dashboard import canvas
from dashboard.views import answering


def drawn(known, missing):
    rows = [("known", number) for number in range(known)] + [("", name) for name in range(missing)]
    shown, rest = answering.shown(rows, lambda row: not row[0], "no numbers")
    return len(shown), rest


def test_a_chart_draws_every_row_that_it_has_room_for():
    assert drawn(canvas.MOST_ROWS, answering.MOST_MISSING) == (29, [])


@pytest.mark.parametrize(("more", "said"), [(1, "7 others"), (50, "56 others")])
def test_it_says_how_many_rows_stand_in_the_table_alone(more, said):
    assert drawn(canvas.MOST_ROWS + more, 0) == (18, [(said, "in the table")])


def test_it_says_how_many_more_have_no_number_and_why():
    assert drawn(2, 6) == (6, [("2 others", "no numbers")])


def test_those_with_a_number_and_those_without_are_told_apart():
    assert drawn(25, 6) == (22, [("7 others", "in the table"), ("2 others", "no numbers")])
