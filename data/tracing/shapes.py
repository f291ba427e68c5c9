"""The small shapes that the rows behind a figure are told in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from data.slicing import Measure
from data.sums import Number


@dataclass(frozen=True)
class Side:
    """What rows add to one side of a formula.

    Attributes:
        name: What the side is called.
        measures: What is added up; a row adds what the first says that counts it.
    """

    name: str
    measures: tuple[Measure, ...]

    @property
    def pence(self) -> bool:
        """Whether the rows hold pence; what they add is told in pounds."""
        return all(measure.pence for measure in self.measures)


@dataclass(frozen=True)
class Row:
    """One row behind a figure.

    Attributes:
        id: Of the row.
        partnership: Code of its partnership.
        owner: Code of whose it is.
        cells: Stored values of the columns that may be seen.
        amounts: What it adds to each side; ``None`` where it doesn't count.
    """

    id: int
    partnership: str
    owner: str
    cells: Mapping[str, Any]
    amounts: tuple[Number | None, ...]


@dataclass(frozen=True)
class Whole:
    """All rows behind a figure, whoever may read them.

    Attributes:
        rows: How many.
        elsewhere: How many more count that are no rows of a return, but were published.
        amounts: What they add to each side, those published included.
    """

    rows: int
    elsewhere: int
    amounts: tuple[Number, ...]


@dataclass(frozen=True)
class LastChange:
    """When rows were changed last, and by whom; blank where no name is known."""

    at: datetime
    by: str
