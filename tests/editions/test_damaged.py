"""A damaged edition is answered in words, and nothing of it is shown."""

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from dashboard.cli import main
from data.schema import EDITION
from tests.editions.conftest import FOR_FUNDERS

pytestmark = pytest.mark.usefixtures("few_figures")
ADDRESSES = {
    "slides": "/reports/1/slides.pptx",
    "workbook": "/reports/1/workbook.xlsx",
    "bundle": "/reports/1/bundle.zip",
    "a program": "/api/v1/indicators/demand?edition=1",
    "a file of figures": "/download/placements/by-term.csv?edition=1",
    "a figure's own page": "/figure/demand?edition=1",
}


@pytest.fixture
def damaged(of_pages):
    """An edition whose rows can't be read any more."""
    of_pages(**FOR_FUNDERS)
    of_pages.force(update(EDITION).values(rows=b"nothing"))


@pytest.mark.usefixtures("damaged")
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_whoever_asks_for_it_is_told_so(person, address):
    answer = person().get(address)
    assert answer.status_code == 410
    assert "This edition is damaged" in answer.text


@pytest.mark.usefixtures("damaged")
@pytest.mark.parametrize("path", ["/", "/placements", "/reports/", "/reports/1"])
def test_no_page_of_a_funder_is_a_fault(person, path):
    assert person("funder").get(path).status_code < 500


@pytest.mark.usefixtures("damaged")
def test_the_command_line_says_so(sqlite_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    found = CliRunner().invoke(main, ["indicators", "--edition", "1", "--id", "demand"])
    assert found.exit_code == 1
    assert "partnership edition verify" in found.output
    assert "Traceback" not in found.output
