"""A funder is shown editions that are for them, and nothing of the present."""

import pytest

from tests import factories
from tests.editions.addresses.conftest import FIGURES, line
from tests.editions.conftest import FOR_FUNDERS

pytestmark = pytest.mark.usefixtures("few_figures")


def test_a_funder_is_shown_the_latest_of_theirs(shown, of_pages, changed):
    of_pages(**FOR_FUNDERS)
    changed()
    of_pages(title="Later", **FOR_FUNDERS)
    of_pages()
    assert line(shown("funder", "/placements")).startswith("Edition 2 of ")
    assert line(shown("funder", "/placements", "?edition=1")).startswith("Edition 1 of ")


def test_a_funder_is_shown_none_that_is_for_the_steering_group(shown, of_pages):
    of_pages(**FOR_FUNDERS)
    of_pages()
    words = line(shown("funder", "/placements", "?edition=2"))
    assert words.startswith("Edition 1 of ")
    assert "Edition “2” is not known here" in words


@pytest.mark.parametrize("path", FIGURES)
def test_a_funder_without_an_edition_is_told_who_makes_one(shown, of_pages, path):
    of_pages()
    data = shown("funder", path)
    assert data["slots"]["heading"]["children"] == "No edition for you yet"
    assert "The manager of a partnership makes one" in data["slots"]["lead"]["children"]
    assert "data-value" not in str(data)


LIVE = ["/changes", "/changes.csv", "/actions/", "/actions/minutes", "/figure/demand"]
FILES = ["/download/placements/by-partnership.csv", "/figure/of/placements/by-partnership"]


@pytest.mark.parametrize("path", [*LIVE, *FILES, "/comments/placements/by-term?partnership=north"])
def test_nothing_of_the_present_is_a_funder_s(person, of_pages, path):
    answer = person("funder").get(path)
    assert answer.status_code in (403, 404)
    assert not [word for word in ("Riverside", "Northern", "North T") if word in answer.text]


def test_the_filters_offer_a_funder_what_is_in_their_edition(person, of_pages, holding):
    of_pages(**FOR_FUNDERS)
    holding(factories.council("later"), factories.membership("later"), factories.data_version(2))
    layout = person("funder").get("/_dash-layout").text
    assert ("riverside" in layout, "later" in layout) == (True, False)
