"""A comment on a section of the figures."""

import pytest

from data import commentary
from data.changes.commentary import Remark, write
from tests.changes.conftest import by, person

SECTION = "placements/by-term"
REMARK = Remark("north", SECTION, "2025/26", "Two teams could not take students.")


@pytest.fixture
def comment(engine, world):
    """One comment, which a coordinator wrote."""
    write(engine, by(), REMARK, "first")
    (found,) = standing(engine)
    return found


def standing(engine, who="viewer"):
    return commentary.on_section(engine, person(who), "north", SECTION)
