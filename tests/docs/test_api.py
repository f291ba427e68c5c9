"""What the page on the interface says can be asked, can be asked."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from dashboard.api.figures import columns
from dashboard.api.openapi.document import REFUSALS
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Unit
from dashboard.indicators.parts import Status
from data.returns.sheets import SHEETS
from data.selection import DIMENSIONS
from tests import factories
from tests.support.browser import running
from tests.support.left_out import give_up

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S)
QUERIES = re.findall(r"^```m\n(.*?)^```$", PAGE, re.M | re.S)


@pytest.fixture
def shell(holding, program, closed, tmp_path):
    """Runs an example as somebody does who has read the page; gives what it printed."""
    if not shutil.which("curl"):
        give_up("no curl")
    holding(
        *factories.reference(),
        factories.demand(ref="D1"),
        factories.demand(ref="D2"),
        factories.offer(),
    )
    secret = program("manager", "partnership:north").secret
    with running(closed) as address:

        def run(example):
            return subprocess.run(  # noqa: S603 - the page's own examples
                ["/bin/bash", "-euo", "pipefail", "-c", example],
                cwd=tmp_path,
                env={"SERVICE": address, "TOKEN": secret, "PATH": "/usr/bin:/bin"},
                capture_output=True,
                text=True,
                check=True,
            ).stdout

        yield run


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_answered(shell, example):
    assert shell(example).strip()


def test_the_examples_bring_what_the_page_says(shell, tmp_path):
    catalogue, figures, rows, pages, tables, same, refused = map(shell, EXAMPLES)
    assert [row["id"] for row in json.loads(catalogue)] == list(INDICATORS)
    assert tuple(json.loads(figures)[0]) == columns(("partnership", "level"))
    assert json.loads(rows)[0]["owner"] == "riverside"
    assert re.search(r'(?im)^link: <http://.*after=1>; rel="next"', pages)
    assert len(json.loads((tmp_path / "rows.json").read_text())) == 1
    assert [line for line in tables.splitlines() if line.startswith(("partnership,", "id,"))]
    assert same.splitlines()[-1] == "304"
    assert json.loads(refused)["errors"][0]["parameter"] == "level"


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_for_power_query_asks_for_what_there_is(query):
    path = re.search(r'RelativePath = "api/v1/(\w+)/?(\w*)"', query)
    known = {"indicators": {"", *INDICATORS}, "tables": set(SHEETS)}
    assert path[2] in known[path[1]]
    assert [query.count(sign) for sign in "([{"] == [query.count(sign) for sign in ")]}"]


def test_the_page_names_every_unit_and_every_status():
    (units,), (statuses,) = (
        re.findall(rf"^\| `{column}` \| (.+) \|$", PAGE, re.M) for column in ("unit", "status")
    )
    assert tuple(re.findall(r"`(\w+)`", units)) == get_args(Unit)
    assert tuple(re.findall(r"`(\w+)`", statuses)) == get_args(Status)


def test_the_page_names_every_dimension_every_column_and_every_refusal():
    assert [name for name in (*DIMENSIONS, *columns(())) if f"`{name}`" not in PAGE] == []
    assert [status for status in REFUSALS if f"\n| {status} |" not in PAGE] == []
