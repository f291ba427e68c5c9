"""Asks the tutorial's page what a browser asks it when a filter changes: four callbacks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.asking import Asker
from tests.bench.databases import url
from tests.bench.filters import Chosen
from tests.bench.tutorial import CHARTS, TILES
from tests.support.service import Service, serving

COMMAND = (sys.executable, "-m", "tests.bench.tutorial")
# What reads the whole table each time is measured where that ends within seconds.
SIZES = ("S", "M")


def change(reader: Asker, chosen: Chosen) -> float:
    """Return the milliseconds that the four callbacks take, one after the other."""
    return sum(reader.post(body) for body in _bodies(chosen))


@contextmanager
def tutorial(path: Path) -> Iterator[Service]:
    """Give the tutorial's page, served from a database."""
    with serving(url(path), COMMAND) as service:
        yield service


def _bodies(chosen: Chosen) -> Iterator[dict[str, object]]:
    inputs = [
        {"id": "region", "property": "value", "value": chosen.region or None},
        {"id": "year", "property": "value", "value": chosen.year or None},
    ]
    asked = {"inputs": inputs, "changedPropIds": ["region.value"]}
    outputs = [{"id": tile, "property": "children"} for tile in TILES]
    several = "...".join(f"{tile}.children" for tile in TILES)
    yield asked | {"output": f"..{several}..", "outputs": outputs}
    for chart in CHARTS:
        one = {"id": chart, "property": "figure"}
        yield asked | {"output": f"{chart}.figure", "outputs": one}
