"""Editions to print, of each manner of disclosure."""

import pytest

from dashboard.reports.building import build

EDITIONS = {"exact": 1, "rounded": 2, "small counts hidden": 3}


@pytest.fixture(scope="module", params=EDITIONS.values(), ids=EDITIONS)
def number_of(request):
    return request.param


@pytest.fixture(scope="module")
def pack(files, number_of):
    return build(files.at()(f"edition={number_of}"))
