"""What the tests of returns share."""

import shutil

import pytest

from data.engine import make_engine
from tests import factories
from tests.support.files import Sender


@pytest.fixture(scope="module")
def sender(sqlite_template, tmp_path_factory):
    """Sends files to one database for a whole module: for files that must leave it as it was."""
    path = tmp_path_factory.mktemp("unchanged") / "test.db"
    shutil.copyfile(sqlite_template, path)
    engine = make_engine(f"sqlite:///{path}")
    sender = Sender(engine, path.parent)
    sender.do(*factories.reference(), factories.council("elsewhere"))
    yield sender
    engine.dispose()
