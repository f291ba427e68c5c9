"""The numbers of a chart as a file, equal to those on the screen and harmless in a spreadsheet."""

import csv
import io

import pytest

from dashboard import comma_separated
from dashboard.views.view import Cell, Table
from layouts.pages import PAGES
from tests import factories

FILES = [(page, view.name) for page in PAGES for view in page.views]


def rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize(("page", "name"), FILES, ids=lambda value: getattr(value, "slug", value))
def test_every_chart_has_a_file(application, page, name):
    response = application.server.test_client().get(f"/download/{page.slug}/{name}.csv")
    assert (response.status_code, response.mimetype) == (200, "text/csv")


def test_a_file_has_the_numbers_of_the_selection(application, holding):
    holding(*factories.reference(), factories.demand(students=42), factories.offer(places=29))
    address = "/download/placements/by-level.csv?year=2025/26"
    found = rows(application.server.test_client().get(address).data)
    assert ["Final placement", "42", "29"] in [row[:3] for row in found]


def test_a_file_says_what_was_selected(application, holding):
    holding(*factories.reference(), factories.demand())
    address = "/download/placements/by-level.csv?year=2025/26"
    found = dict(row for row in rows(application.server.test_client().get(address).data)[:4][1:])
    assert found["Selection"].startswith("Showing: all regions, 2025/26")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "|"])
def test_text_never_becomes_a_formula(sign):
    table = Table(("Name", "Places"), ((Cell(f"{sign}1+1"), Cell("1", 1)),))
    content = comma_separated.written("Title", [], table)
    assert rows(content)[-1] == [f"'{sign}1+1", "1"]


def test_a_negative_number_stays_a_number():
    table = Table(("Name", "Gap"), ((Cell("North"), Cell("13 short", -13)),))
    assert rows(comma_separated.written("Title", [], table))[-1] == ["North", "-13"]


def test_a_missing_number_reads_as_on_the_screen():
    table = Table(("Name", "Places"), ((Cell("North"), Cell("not reported")),))
    assert rows(comma_separated.written("Title", [], table))[-1] == ["North", "not reported"]
