"""What is told of an edition is the edition's: its files and sources, and none of its rows."""

import pytest

from layouts.lists import NOT_IN_IT
from layouts.pages import PAGES
from tests.editions.conftest import FOR_FUNDERS

pytestmark = pytest.mark.usefixtures("few_figures")


def test_a_file_is_of_the_edition_and_says_so(person, of_pages, changed):
    of_pages()
    changed()
    browser = person("viewer")
    file = browser.get("/download/placements/by-partnership.csv?edition=1").text
    assert "Edition 1 of " in file
    assert ",5," in file.splitlines()[-1]


def test_where_a_number_came_from_is_told_of_the_edition_without_its_rows(
    person, of_pages, changed
):
    of_pages()
    changed()
    text = person().get("/figure/demand?edition=1").text
    assert 'data-value="5"' in text
    assert "Rows are read as they are at present, so that none are listed here." in text
    assert "D1" not in text


def test_no_number_of_rows_is_told_of_an_edition_that_is_not_exact(person, of_pages):
    of_pages(**FOR_FUNDERS)
    text = person("funder").get("/figure/demand").text
    assert "Rows counted" not in text
    assert "Returns behind it" in text


def test_lists_to_work_from_are_no_part_of_an_edition(person, shown, of_pages):
    of_pages()
    assert NOT_IN_IT in str(shown("manager", "/placements/progress", "?edition=1"))
    lists = [each.name for page in PAGES for each in page.lists if page.path != "/partners"]
    answers = [
        person("administrator").get(f"/download/placements-progress/{name}.csv?edition=1")
        for name in lists[:1]
    ]
    assert [answer.status_code for answer in answers] == [404]


def test_no_comment_is_written_on_an_edition(shown, of_pages):
    of_pages()
    query = "?partnership=north"
    found = [
        "Write a comment" in str(shown("manager", "/placements", query + edition))
        for edition in ("", "&edition=1")
    ]
    assert found == [True, False]


def test_an_edition_is_no_visit_to_compare_with(shown, of_pages):
    of_pages()
    shown("viewer", "/")
    data = shown("viewer", "/", "?edition=1")
    assert "Since you last looked" not in str(data)


def test_a_page_of_an_edition_is_not_drawn_anew_when_the_data_change(shown, of_pages):
    of_pages()
    main = [shown("viewer", "/", search)["slots"]["main"] for search in ("", "?edition=1")]
    assert [each["data-edition"] for each in main] == ["", "1"]
