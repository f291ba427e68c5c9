"""Pasted rows under other names, and what somebody says of them."""

import re

import pytest

from tests.updating.conftest import HOME
from tests.updating.test_files import token

HEADINGS = "ref\tsectr\tlevel\tArea\tstatutory\twindow_start\tHow many\tstatus"
ROW = "O9\tlocal_authority\tfinal\tadults\tyes\t2026-01-12\t3\toffered"
PASTED = f"{HEADINGS}\n{ROW}"
CHOSEN = {
    "match-offers-ref": "A",
    "match-offers-sector": "B",
    "match-offers-level": "C",
    "match-offers-service_area": "D",
    "match-offers-statutory": "E",
    "match-offers-window_start": "F",
    "match-offers-places": "G",
    "match-offers-status": "H",
}


@pytest.fixture
def asked(person):
    """A browser at the step where columns are matched, and the page."""
    browser = person()
    return browser, browser.post(f"{HOME}/file", {"rows": PASTED, "sheet": "offers"})


def match(browser, answer, **changes):
    form = {"token": token(answer)} | CHOSEN | changes
    return browser.post(f"{HOME}/file/match", form)


def chosen(page):
    """What is chosen for each column, by its name."""
    return {
        name: re.search(r'value="([^"]*)"[^>]*selected', body)[1]
        for name, body in re.findall(r'name="match-offers-(\w+)"(.*?)</select>', page, re.S)
    }
