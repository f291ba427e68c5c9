"""Rates over the latest censuses that say all that is needed."""

from dataclasses import dataclass, replace
from typing import Final

from data import census_rows
from data.census_rows import FIGURES, Names, counts, total
from data.censuses import BY_YEAR, CENSUS, IS_OWN, NOW, PUBLISHED, Censuses
from data.slicing import Condition, Measure
from data.thresholds import Context


def _counted(build: Censuses, adding: Names, figure: str) -> Measure:
    """Return a measure of the latest censuses that say all that is needed, or that it can't be.

    Args:
        build: The censuses.
        adding: The columns that are added up.
        figure: What it is for, so that both sides of a rate rest on the same censuses.
    """

    def latest(context: Context) -> Condition:
        day = context.stock_date if build.stock else context.as_at
        return counts(CENSUS.c, build.replaced, figure, day)

    return Measure(build, where=latest, quantity=lambda _: total(CENSUS.c, figure, adding))


def _published(measure: Measure) -> Measure:
    """Return how many published censuses a measure rests on."""
    return replace(measure, where=lambda context: measure.where(context) & ~IS_OWN)


@dataclass(frozen=True)
class Rate:
    """Two sums over the same censuses, and how many of those were published.

    Attributes:
        part: Above the line.
        whole: Below the line.
        published: The published censuses among those counted.
        of_councils: Both sums, over all published censuses of councils here.
    """

    part: Measure
    whole: Measure
    published: Measure
    of_councils: tuple[Measure, Measure]


def _rate(figure: str) -> Rate:
    sides = (FIGURES[figure].part, FIGURES[figure].whole)
    part, whole = (_counted(BY_YEAR, adding, figure) for adding in sides)
    above, below = (_counted(PUBLISHED, adding, figure) for adding in sides)
    return Rate(part, whole, _published(whole), (above, below))


VACANCY: Final = _rate(census_rows.VACANCY)
TURNOVER: Final = _rate(census_rows.TURNOVER)
AGENCY: Final = _rate(census_rows.AGENCY)
AGENCY_COVER: Final = _rate(census_rows.AGENCY_COVER)
# The latest census of all by the day, for each partner and service area.
FTE_IN_POST_NOW: Final = _counted(NOW, census_rows.STAFF, census_rows.IN_POST)
PUBLISHED_NOW: Final = _published(FTE_IN_POST_NOW)
