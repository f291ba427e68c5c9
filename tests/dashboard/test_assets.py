"""The files of others that are served with each page."""

import re
from pathlib import Path

import plotly.offline
import pytest

VENDOR = Path(__file__).parents[2] / "dashboard" / "assets" / "vendor"
NOTICE = Path(__file__).parents[2] / "NOTICE"
FILES = sorted(path for path in VENDOR.iterdir() if path.is_file())


def version(path):
    head = path.read_text(encoding="utf-8")[:400]
    return re.search(r"\bv(\d+\.\d+\.\d+)", head).group(1)


def test_the_chart_bundle_is_the_version_the_python_library_writes_for():
    assert version(VENDOR / "plotly-basic.min.js") == plotly.offline.get_plotlyjs_version()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_carried_file_asks_for_no_source_map(path):
    assert "sourceMappingURL" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_carried_file_is_named_with_its_version_in_the_notice(path):
    assert f"{path.name} {version(path)}" in NOTICE.read_text(encoding="utf-8")
