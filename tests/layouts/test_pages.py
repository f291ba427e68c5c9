"""What a page says in its own words, and where it leads."""

import json

import pytest

from dashboard import ids
from data.options import Options
from layouts.components.filter_bar import filter_bar
from layouts.pages import PAGES
from tests import factories

YEAR = "?year=2025/26"


def plain(component):
    """A component as it is sent, as lists of tag, attributes and parts; text as it is."""
    if isinstance(component, list):
        return ["", {}, [plain(part) for part in component]]
    if not isinstance(component, dict):
        return "" if component is None else str(component)
    props = component.get("props", component)
    parts = (
        json.loads(props["data-still"]) if "data-still" in props else [plain(props.get("children"))]
    )
    return [component.get("type", "").lower(), props, parts]


def elements(part):
    """An element and all that are in it."""
    if not isinstance(part, str):
        yield part
        for each in part[2]:
            yield from elements(each)


def text(part):
    return part if isinstance(part, str) else "".join(map(text, part[2]))


def links(part):
    """Addresses that a part leads to, by the words of the link."""
    return {text(each): each[1]["href"] for each in elements(part) if "href" in each[1]}


@pytest.fixture
def content(draw):
    """What stands below the filters: `content("/placements", "?year=2025/26")`."""
    return lambda path, search="": plain(draw(path, search)["slots"][ids.CONTENT]["children"])


@pytest.fixture
def published(holding):
    """North reports; Kent is known from documents alone."""
    holding(*factories.reference(), factories.demand(students=7))
    holding(factories.partnership("kent", origin="published"), factories.council("shire"))
    holding(factories.membership("shire", "kent"))


@pytest.mark.usefixtures("published")
def test_the_overview_leads_to_each_partnership_with_the_filters_kept(content):
    there = "/placements?partnership=north&year=2025/26"
    assert links(content("/", YEAR))["North Teaching Partnership"] == there


@pytest.mark.usefixtures("published")
def test_a_published_example_stands_apart_from_those_who_report(content):
    (table,) = (each for each in elements(content("/")) if each[0] == "table")
    assert "North" in text(table)
    assert "Kent" not in text(table)


@pytest.mark.usefixtures("published")
def test_a_published_example_is_listed_and_leads_on(content):
    assert links(content("/"))["Kent Teaching Partnership"] == "/placements?partnership=kent"


@pytest.mark.usefixtures("published")
def test_an_empty_chart_of_a_published_example_says_that_it_sends_no_returns(content):
    assert "sends no returns" in text(content("/placements", "?partnership=kent"))


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_every_page_says_what_is_known_from_documents(draw, page):
    notice = text(plain(draw(page.path)["slots"][ids.NOTICE]["children"]))
    assert notice.startswith("Published example: Kent Teaching Partnership is known from documents")


def test_clearing_the_filters_of_an_empty_chart_keeps_the_day(content):
    drawn = content("/placements", f"{YEAR}&as_at=2026-01-15")
    assert links(drawn)["Clear all filters"] == "/placements?as_at=2026-01-15"


def test_returns_missing_are_told_with_the_day_the_first_was_due(content, holding):
    holding(*factories.reference(), factories.period())
    said = text(content("/", "?as_at=2026-02-01"))
    assert "Riverside (North Teaching Partnership): 2025/26 Q1, due 14 December 2025" in said


def test_each_sheet_is_named_once_under_a_chart(content, holding):
    holding(*factories.reference(), factories.demand())
    sources = [text(each) for each in elements(content("/placements")) if _is_source(each)]
    assert sources[0].startswith("Source: returns of Demand (universities) and Offers (employers).")


def _is_source(element):
    return element[1].get("className") == "source"


def test_a_filter_names_what_is_invented():
    options = Options(
        regions={},
        partnerships={"n": "North"},
        organisations={},
        years=(),
        origins={"n": "illustrative"},
        kinds={},
        services={},
    )
    select = filter_bar(options)[ids.control("partnership")]
    assert [option["label"] for option in select.options] == ["North (illustrative)"]


def test_the_help_page_names_the_version_of_the_data(content, holding):
    holding(factories.data_version(12))
    assert "The data on view are at version 12" in text(content("/help"))
