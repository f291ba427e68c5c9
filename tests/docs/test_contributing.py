"""The changes that CONTRIBUTING shows fit the code as it stands, and do what they say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("callbacks", "dashboard", "data", "layouts")
# What each change brings, in the order of the page: a program that fails where it is lacking.
INDICATOR = """
from dashboard.indicators import INDICATORS
INDICATORS["rural_share"]
"""
PAGE = """
from layouts.pages import PAGES
assert "/requests" in {page.path for page in PAGES}
"""
SHEET = """
from sqlalchemy import select
from data.engine import make_engine
from data.migrate import upgrade
from data.schema import FACTS
upgrade("sqlite:///new.db")
with make_engine("sqlite:///new.db").connect() as connection:
    assert connection.execute(select(FACTS["visits"])).all() == []
"""
BRINGS = {"indicator": INDICATOR, "page": PAGE, "sheet": SHEET}


@pytest.fixture
def copy(tmp_path):
    """A copy of the code, to apply changes to."""
    for name in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__", "vendor")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    return tmp_path


@pytest.fixture(params=enumerate(BRINGS), ids=list(BRINGS))
def change(request, blocks):
    """A diff of the page, and what it brings."""
    number, name = request.param
    return blocks("CONTRIBUTING.md", "diff")[number], BRINGS[name]


def test_a_change_applies_and_brings_what_it_says(change, copy):
    diff, brings = change
    done = subprocess.run(
        ["git", "apply", "-"],  # noqa: S607 - wherever git is on this machine
        input=diff,
        cwd=copy,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    tried = subprocess.run(  # noqa: S603 - the page's own change
        [sys.executable, "-c", brings], cwd=copy, text=True, capture_output=True, check=False
    )
    assert tried.returncode == 0, tried.stderr
