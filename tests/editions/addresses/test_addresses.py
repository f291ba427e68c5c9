"""An edition on every page: said in words, kept while travelling, read as far as one may."""

from datetime import timedelta

import pytest

from tests import factories
from tests.editions.addresses.conftest import FIGURES, line
from tests.editions.conftest import DAY, FOR_FUNDERS

pytestmark = pytest.mark.usefixtures("few_figures")


def needed(data):
    """How many students need a placement, as the page's headline has it."""
    return (
        str(data).partition("'id': 'headline-demand-card'")[2].partition("'data-value': '")[2][:2]
    )


def test_an_edition_shows_what_was_and_the_page_without_it_what_is(shown, of_pages, changed):
    of_pages()
    changed()
    found = [needed(shown("viewer", "/placements", search)) for search in ("", "?edition=1")]
    assert found == ["7'", "5'"]


def test_the_selection_line_names_the_edition_in_place_of_live_data(shown, of_pages):
    of_pages()
    (edition,) = of_pages.all()
    made = f"{edition.made_at.astimezone():%B %Y}"
    words = line(shown("viewer", "/placements", "?edition=1"))
    assert words.startswith("Edition 1 of ")
    assert f"{made}, for the steering group: all regions, North Teaching Partnership" in words
    assert "Figures as at 1 February 2026; nothing later changes them." in words
    assert "Live data" not in words


@pytest.mark.parametrize("path", FIGURES)
def test_every_page_shows_an_edition_and_every_link_to_figures_keeps_it(shown, of_pages, path):
    of_pages()
    data = shown("viewer", path, "?edition=1")
    assert line(data).startswith("Edition 1 of ")
    links = [link for link in addresses(data) if link.split("?")[0] in FIGURES and link != "/"]
    assert [link for link in links if "edition=1" not in link] == [
        link for link in links if link == live(path)
    ]


def live(path):
    """The one link that leads out of the edition."""
    return path


def addresses(part):
    """Every address in what a page shows."""
    if isinstance(part, dict):
        if isinstance(part.get("href"), str):
            yield part["href"]
        for each in part.values():
            yield from addresses(each)
    elif isinstance(part, list):
        for each in part:
            yield from addresses(each)


@pytest.mark.parametrize("named", ["2", "99", "x", "-1", "1" * 30, "\u0661"])
def test_an_edition_that_is_not_there_or_not_theirs_is_left_out_and_said(shown, of_pages, named):
    of_pages()
    of_pages(partnerships=("south",))
    words = line(shown("viewer", "/placements", f"?edition={named}"))
    assert f"Edition “{named}” is not known here, so it is left out." in words
    assert "Live data" in words


def test_the_filters_offer_what_is_in_the_edition_once_it_is_on_view(shown, of_pages, holding):
    of_pages()
    holding(factories.council("later"), factories.membership("later"), factories.data_version(2))
    first = shown("viewer", "/placements")
    there = shown("viewer", "/placements", "?edition=1", first["slots"]["mounted"]["data"])
    again = shown("viewer", "/placements", "", there["slots"]["mounted"]["data"])
    offered = ["filter-organisation" in data["slots"] for data in (first, there, again)]
    assert offered == [False, True, True]
    assert "later" not in str(there["slots"]["filter-organisation"])
    assert "later" in str(again["slots"]["filter-organisation"])


def test_a_day_after_that_of_the_edition_is_left_out(shown, of_pages):
    of_pages()
    later = (DAY + timedelta(days=1)).isoformat()
    words = line(shown("viewer", "/placements", f"?edition=1&as_at={later}"))
    assert f"Date “{later}” is not known here" in words


@pytest.mark.parametrize(("audience", "left_out"), [({}, False), (FOR_FUNDERS, True)])
def test_an_earlier_day_is_of_an_exact_edition_alone(shown, of_pages, audience, left_out):
    of_pages(**audience)
    words = line(shown("viewer", "/placements", "?edition=1&as_at=2025-12-01"))
    assert ("Date “2025-12-01” is not known here" in words) is left_out
