"""What an indicator is recomputed as, and the few shapes that formulas share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tests.oracle.question import View


class Answer(NamedTuple):
    """A value with both sides of its line; nothing where there is no such number."""

    value: float | None
    above: float | None = None
    below: float | None = None


NOT_SAID = Answer(None)


@dataclass(frozen=True)
class Recomputation:
    """How an indicator is recomputed: from which sheets, and how for one group of their rows.

    ``refused`` are dimensions, and with them filters, that the formula gives no meaning;
    ``unsplit`` are dimensions alone.
    """

    work: Callable
    views: tuple[View, ...]
    refused: frozenset[str] = frozenset()
    unsplit: frozenset[str] = frozenset()


TWINS = {
    "regions": "region",
    "partnerships": "partnership",
    "organisations": "organisation",
    "years": "academic_year",
    "levels": "level",
    "areas": "service_area",
    "routes": "route",
}


def has_meaning(recomputation, question):
    """Whether all sides follow the same filters and can be split by all the dimensions."""
    for name, dimension in TWINS.items():
        followed = {view.follows(name) for view in recomputation.views}
        refused = dimension in recomputation.refused
        if getattr(question, name) and (len(followed) > 1 or refused):
            return False
    unsplit = recomputation.refused | recomputation.unsplit
    return all(
        dimension in view.dimensions() - unsplit
        for dimension in question.by
        for view in recomputation.views
    )


def ratio(above, below, factor=1):
    """One number over another; no value where the other is nought."""
    return Answer(above * factor / below if below else None, above, below)


def left_blank(rows, column):
    """Whether there are rows, and none of them says: that is not reported, and never nought."""
    return bool(rows) and all(row[column] is None for row in rows)


def share(rows, holds):
    """The share of rows of which something holds."""
    return ratio(sum(1 for row in rows if holds(row)), len(rows))


def total(rows, *columns):
    """The sum over rows of a column, or of the product of several; blank cells add nothing."""
    found = 0
    for row in rows:
        cells = [row[column] for column in columns]
        if None not in cells:
            for cell in cells[1:]:
                cells[0] *= cell
            found += cells[0]
    return found
