from datetime import date

import pytest

from callbacks.pages import Drawing
from data.engine import make_engine
from data.reader import Reader
from data.samples.load import load
from layouts.pages import PAGES


@pytest.fixture(scope="session")
def sampled(sqlite_template, tmp_path_factory):
    """What draws the pages on the samples, which nobody changes."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = make_engine(f"sqlite:///{path}")
    load(engine)
    yield Drawing(PAGES, Reader(engine), lambda: date(2026, 2, 1))
    engine.dispose()
