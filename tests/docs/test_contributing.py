"""The changes that CONTRIBUTING shows fit the code as it stands, and do what they say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("callbacks", "dashboard", "data", "layouts")
# What each change brings, in the order of the page: a Python expression that says it is there.
BRINGS = {
    "indicator": "__import__('dashboard.indicators').indicators.INDICATORS['rural_share'].id",
    "page": "{page.path for page in __import__('layouts.pages').pages.PAGES} >= {'/requests'}",
    "sheet": "__import__('data.returns.sheets').returns.sheets.SHEETS['visits'].title",
}


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
    apply = ["git", "apply", "--verbose", "-"]
    done = subprocess.run(  # noqa: S603
        apply, input=diff, cwd=copy, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    tried = [sys.executable, "-c", f"assert {brings}"]
    subprocess.run(tried, cwd=copy, env={"PYTHONPATH": str(copy)}, check=True)  # noqa: S603
