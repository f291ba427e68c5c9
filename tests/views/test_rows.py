"""The rows of a long table are made into cells when somebody looks at them."""

import pytest

from dashboard.views.rows import Rows
from dashboard.views.view import Cell


@pytest.fixture
def made():
    return []


@pytest.fixture
def numbers(made):
    def cells(number):
        made.append(number)
        return (Cell(str(number), number),)

    return Rows([1, 2, 3], cells)


def test_only_the_rows_that_are_looked_at_become_cells(numbers, made):
    assert [row[0].text for row in numbers[:2]] == ["1", "2"]
    assert made == [1, 2]


def test_their_number_is_known_before_any_is_made(numbers, made):
    assert (len(numbers), made) == (3, [])


def test_who_asks_for_all_of_them_has_all_and_each_is_made_once(numbers, made):
    assert [list(numbers), numbers[-1]] == [[*numbers], (Cell("3", 3),)]
    assert made == [1, 2, 3]
