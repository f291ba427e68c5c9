"""An edition on every page: said in words, kept while travelling, read as far as one may."""

from datetime import timedelta

import pytest

from layouts.lists import NOT_IN_IT
from layouts.pages import PAGES
from tests import factories
from tests.editions.conftest import DAY, FOR_FUNDERS
from tests.support.application import question

pytestmark = pytest.mark.usefixtures("few_figures")

UPDATE = "/_dash-update-component"
FIGURES = [page.path for page in PAGES if page.filtered]


@pytest.fixture
def shown(person):
    """What somebody's page shows: `shown("viewer", "/placements", "?edition=1")`."""
    known = {}

    def ask(role, path="/", search="", mounted=""):
        if role not in known:
            known[role] = person(role)
        answer = known[role].send(UPDATE, question(path, search, mounted))
        assert answer.status_code == 200, answer.text
        return answer.get_json()["response"]["answer"]["data"]

    return ask


def line(data):
    return data["slots"]["selection-line"]["children"]


def needed(data):
    """How many students need a placement, as the page's headline has it."""
    return (
        str(data).partition("'id': 'headline-demand-card'")[2].partition("'data-value': '")[2][:2]
    )


@pytest.fixture
def changed(holding):
    """Two students more than there were."""
    return lambda: holding(factories.demand(ref="D3", students=2), factories.data_version(3))


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
