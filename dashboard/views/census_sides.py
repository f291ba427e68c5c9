"""A rate of the workforce, year by year and side by side: own censuses, published ones, England."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard import wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering
from dashboard.views.answering import Found
from dashboard.views.census_kinds import OF_COUNCILS, OWN
from dashboard.views.printed import printed
from dashboard.views.view import Answers, Names
from data.selection import Dimension, Selection

YEAR: Final[tuple[Dimension, ...]] = ("academic_year",)
OF_EACH: Final[tuple[Dimension, ...]] = ("organisation", *YEAR)
OF_REGIONS: Final[tuple[Dimension, ...]] = ("region", *YEAR)

ByYear = Mapping[str, Figure]


@dataclass(frozen=True)
class Side:
    """A rate from one kind of census.

    Attributes:
        name: What it is called.
        figures: By academic year.
        own: Whether partners may still send more of it for a year that goes on.
    """

    name: str
    figures: ByYear
    own: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is a number in any year."""
        return any(figure.value is not None for figure in self.figures.values())


def asks(rate: str, selection: Selection) -> tuple[Ask, ...]:
    """Return the questions for every side of a rate, and for the rate itself."""
    counted = (INDICATORS[rate], OWN[rate], OF_COUNCILS[rate], printed(rate))
    return (
        *answering.asks(counted, selection, *YEAR),
        Ask(printed(rate), selection, OF_EACH),
        Ask(printed(rate), selection, OF_REGIONS),
    )


def own(rate: str, answers: Answers, selection: Selection) -> Found:
    """Return a rate from the partners' own censuses."""
    return answering.found(answers, OWN[rate], selection, *YEAR)


def of_councils(rate: str, answers: Answers, selection: Selection) -> Found:
    """Return a rate from the published censuses of councils on view, taken together."""
    found = answering.found(answers, OF_COUNCILS[rate], selection, *YEAR)
    each = answering.found(answers, printed(rate), selection, *OF_EACH)
    # Where no council has a number, what the file says instead is what there is to say.
    said = {
        key: figure if figure.value is not None else _unprinted(figure, each, *key)
        for key, figure in found.groups.items()
    }
    return replace(found, groups=said)


def sides(rate: str, answers: Answers, names: Names, selection: Selection) -> list[Side]:
    """Return the sides of which there is anything; that of a region, where one is chosen."""
    regions = answering.found(answers, printed(rate), selection, *OF_REGIONS).groups
    england = answering.found(answers, printed(rate), selection, *YEAR)
    found = [
        Side("Own censuses", _by_year(own(rate, answers, selection)), own=True),
        Side("Published, councils here", _by_year(of_councils(rate, answers, selection))),
        *(
            Side(
                f"{names.regions.get(region, region)}, published",
                {key[1]: figure for key, figure in regions.items() if key[0] == region},
            )
            for region in selection.regions
            if len(selection.regions) == 1
        ),
        Side("England, published", _by_year(england)),
    ]
    return [side for side in found if side.figures]


def _by_year(found: Found) -> ByYear:
    return {year: found.groups[year,] for (year,) in found.known() if year}


def _unprinted(figure: Figure, each: Found, year: str) -> Figure:
    said = {one.note for key, one in each.groups.items() if key[-1] == year and one.note}
    why = said.pop() if len(said) == 1 else wording.NOT_PUBLISHED
    return replace(figure, status="not_applicable", note=why)
