"""A Hypothesis strategy: questions about a world, most of them with few filters."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle.funded import funded
from tests.oracle.question import Question
from tests.oracle.random_rows.values import DAYS
from tests.oracle.worlds import worlds

DIMENSIONS = (
    "partnership",
    "organisation",
    "university",
    "employer",
    "programme",
    "region",
    "academic_year",
    "financial_year",
    "quarter",
    "term",
    "level",
    "service_area",
    "stage",
    "category",
    "activity",
    "heading",
)
aside = st.sampled_from((0, 0, 0, 1, -1))


def some(*values):
    """Mostly no filter; now and then one or two of the values."""
    chosen = st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)
    return st.integers(0, 5).flatmap(lambda die: chosen.map(tuple) if die == 5 else st.just(()))


@st.composite
def cases(draw):
    """A world, and two questions as at a day on which something happens: a plain one, and one more.

    Every row counts in the plain one; filters and dimensions soon leave few rows over.
    """
    world = draw(worlds())
    if draw(st.booleans()):
        world = draw(funded(world))
    rows = [row for sheet in world.facts.values() for row in sheet]
    rows += world.published
    days = {cell for row in rows for cell in row.values() if isinstance(cell, date)}
    as_at = draw(st.sampled_from(sorted(days | set(DAYS)))) + timedelta(days=draw(aside))
    return world, (Question(as_at), draw(questions(as_at)))


def questions(as_at):
    """A few filters and at most two dimensions."""
    dimensions = st.lists(st.sampled_from(DIMENSIONS), max_size=2, unique=True).map(tuple)
    return st.builds(
        Question,
        as_at=st.just(as_at),
        regions=some("E12000003", "E12000007", "W92000004"),
        partnerships=some("north", "south"),
        organisations=some("abbey", "bridge", "dale", "elm", "fen", "glen"),
        years=some("2023/24", "2024/25", "2025/26"),
        levels=some("first", "final"),
        areas=some("adults", "children", "mixed"),
        routes=some("undergraduate", "apprenticeship"),
        basis=st.sampled_from(("employer", "hei")),
        by=dimensions,
    )
