"""A Hypothesis strategy: questions about a world, most of them with few filters."""

from hypothesis import strategies as st

from tests.oracle.question import Question
from tests.oracle.worlds import DAYS

DIMENSIONS = (
    "partnership",
    "organisation",
    "region",
    "academic_year",
    "term",
    "level",
    "service_area",
    "stage",
    "category",
)


def some(*values):
    """Mostly no filter; now and then one or two of the values."""
    chosen = st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)
    return st.integers(0, 5).flatmap(lambda die: chosen.map(tuple) if die == 5 else st.just(()))


def questions():
    """A day, a few filters and at most two dimensions."""
    dimensions = st.lists(st.sampled_from(DIMENSIONS), max_size=2, unique=True).map(tuple)
    return st.builds(
        Question,
        as_at=st.sampled_from(DAYS[6:]),
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
