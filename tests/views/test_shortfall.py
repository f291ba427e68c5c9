import pytest

from dashboard.views import shortfall
from dashboard.views.splits import BY_PARTNERSHIP, BY_TERM

VIEW = shortfall.view("shortfall", "Shortfall", BY_PARTNERSHIP, BY_TERM)
ID = "unmatched_shortfall"


@pytest.fixture
def two(given, figures):
    return given(
        totals={ID: figures.partial(12)},
        groups={
            (ID, "partnership", "term"): {
                ("n", "autumn"): 8,
                ("n", "spring"): 2,
                ("s", "spring"): 2,
            },
            (ID, "partnership"): {"s": 2, "n": 10, "e": figures.missing()},
            (ID, "term"): {"spring": 4, "autumn": 8},
        },
    )


def test_each_cell_has_its_number_and_rows_and_columns_their_totals(two, rows):
    drawn = two.draw(VIEW)
    assert drawn.table.columns == ("Partnership", "Autumn", "Spring", "All")
    assert rows(drawn)[:2] == [["North", "8", "2", "10"], ["South", "0", "2", "2"]]
    assert [cell.text for cell in drawn.table.footer[:3]] == ["All", "8", "4"]


def test_a_missing_row_is_missing_in_every_cell_and_comes_last(two, rows):
    assert rows(two.draw(VIEW))[-1] == ["East", *["not reported"] * 3]


def test_the_shade_grows_with_the_number_and_nought_has_none(two):
    north, south, _ = two.draw(VIEW).table.rows
    assert [cell.tone for cell in (*north[1:3], *south[1:3])] == [4, 1, 0, 1]


def test_the_title_names_the_largest(two):
    assert two.draw(VIEW).title == (
        "Both partnerships have students who cannot be placed, most of all North (10)"
    )


@pytest.mark.parametrize(
    ("north", "title"),
    [
        (10, "At least one of three partnerships has students who cannot be placed: North (10)"),
        (0, "Students who cannot be placed, whatever the allocation: 12"),
    ],
)
def test_rows_that_are_hidden_are_not_judged_but_counted(given, figures, north, title):
    hidden = {"s": figures.missing("suppressed"), "e": figures.low()}
    drawn = given(
        totals={ID: 12},
        groups={
            (ID, "partnership", "term"): {("n", "autumn"): north},
            (ID, "partnership"): {"n": north, **hidden},
            (ID, "term"): {"autumn": 12},
        },
    ).draw(VIEW)
    assert drawn.title == title


def test_the_table_is_the_picture(two, given):
    assert two.draw(VIEW).figure is None
    assert given().draw(VIEW).figure is None
