"""Every number of a table leads to a page, and that page tells the same number."""

from datetime import date
from urllib.parse import unquote, urlsplit

import pytest

from callbacks.tables import Tables
from dashboard import addresses, figure_links
from dashboard.indicators.evaluate import Ask
from dashboard.tracing import figure_of
from data import options
from data.people.person import ANYBODY
from data.workbench import Workbench
from layouts.pages import PAGES

DAY = date(2026, 2, 1)
QUERIES = ("", "?year=2024/25", "?partnership=humber", "?level=final&region=E12000002")
PARTNERS = ("partners-sample-northmere-council", "partners-sample-university-of-northmere")
TABLES = [
    *((page.slug, view.name) for page in PAGES for view in page.views),
    ("partners", "partners"),
    ("partners", "map"),
    ("evidence", "claims"),
    *((slug, name) for slug in PARTNERS for name in ("scorecard", "year-by-year")),
]


def tables(drawing):
    return Tables(drawing.at, drawing.read, lambda: ANYBODY)


def rows(drawing, slug, name, query):
    view, scene, _ = tables(drawing).scene(slug, name, query)
    table = view.draw(scene.answers, scene.names, scene.selection).table
    return [row for row in (*table.rows, table.footer) if row]


def cells(drawing, slug, name, query):
    """Each cell that leads somewhere, with its address."""
    found = tables(drawing).leads(slug, name, query)
    for heading, *others in rows(drawing, slug, name, query):
        for cell, address in zip(others, found[heading.text], strict=True):
            if address:
                yield cell, address


@pytest.fixture(scope="session")
def told(sampled):
    """The figure that the page of an address tells."""
    with sampled.at("").reader.snapshot() as snapshot:
        bench, known = Workbench(snapshot), options.load(snapshot)

        def of(address):
            parts = urlsplit(address)
            asked = addresses.read(parts.query, known, DAY)
            assert not asked.unknown
            indicator = sampled.indicators[unquote(parts.path.removeprefix("/figure/"))]
            by, key = figure_links.group_of(parts.query)
            return figure_of(bench, Ask(indicator, asked.selection, by), key)

        yield of


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(("slug", "name"), TABLES, ids=["-".join(each) for each in TABLES])
def test_a_number_of_a_table_is_the_one_its_own_page_tells(sampled, told, slug, name, query):
    parted = []
    for cell, address in cells(sampled, slug, name, query):
        figure = told(address)
        if (figure.value, figure.status, figure.note) != (
            cell.figure.value,
            cell.figure.status,
            cell.figure.note,
        ):
            parted.append((address, cell.figure, figure))
    assert parted == []


@pytest.mark.parametrize(("slug", "name"), TABLES, ids=["-".join(each) for each in TABLES])
def test_every_table_has_numbers_that_lead_on(sampled, slug, name):
    assert list(cells(sampled, slug, name, ""))


def test_rows_of_a_table_bear_different_names(sampled):
    for slug, name in TABLES:
        names = [row[0].text for row in rows(sampled, slug, name, "")]
        assert len(set(names)) == len(names), name
