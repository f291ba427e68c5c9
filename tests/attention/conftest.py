"""Raise exceptions as the pages do."""

import pytest

from dashboard.attention.question import Question
from dashboard.attention.rules import raised
from dashboard.scene import names
from data import options
from data.selection import Selection
from data.workbench import Workbench


@pytest.fixture
def found(reader):
    """The exceptions on a day: `found(day)`, of everything or of what is chosen."""

    def ask(day, **filters):
        with reader.snapshot() as snapshot:
            known = names(options.load(snapshot))
            question = Question(Workbench(snapshot), Selection(day, **filters), known)
            return raised(question)

    return ask
