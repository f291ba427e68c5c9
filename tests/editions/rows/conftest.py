"""The rows that an edition of the first partnership takes."""

import pytest

from data.editions import frozen
from data.reader import Reader
from data.schema import (
    FACTS,
)
from tests.editions.conftest import WORLD

OFFERS = FACTS["offers"]


@pytest.fixture
def taken(engine, given):
    """The rows of an edition of the first partnership, by table: `taken(statements)`."""

    def take(*statements, codes=("north",)):
        given(*WORLD, *statements)
        with Reader(engine).snapshot() as snapshot:
            return {each.name: each for each in frozen.taken(snapshot, codes, "funder")}

    return take


def column(table, name):
    place = table.columns.index(name)
    return [row[place] for row in table.rows]
