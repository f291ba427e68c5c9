"""A rate of the workforce, year by year and side by side: own censuses, published ones, England."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard import sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering
from dashboard.views.answering import Found
from dashboard.views.census_kinds import OF_COUNCILS, OWN
from dashboard.views.printed_rates import printed
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
        *(Ask(printed(rate), selection, by) for by in _one_place(selection)),
    )


def own(rate: str, answers: Answers, selection: Selection) -> Found:
    """Return a rate from the partners' own censuses."""
    return answering.found(answers, OWN[rate], selection, *YEAR)


def of_councils(rate: str, answers: Answers, selection: Selection) -> Found:
    """Return a rate from the published censuses of councils on view, taken together.

    Where there is no number, the note is what the file says instead of one council.
    """
    found = answering.found(answers, OF_COUNCILS[rate], selection, *YEAR)
    printed_of = _of_one(answers, rate, selection, OF_EACH)
    said = {
        key: figure if figure.value is not None else _unprinted(figure, printed_of.get(*key))
        for key, figure in found.groups.items()
    }
    return replace(found, groups=said)


def sides(rate: str, answers: Answers, names: Names, selection: Selection) -> list[Side]:
    """Return the sides of which there is anything; that of a region, where one is chosen."""
    region = sentences.named([names.regions.get(code, code) for code in selection.regions])
    england = answering.found(answers, printed(rate), selection, *YEAR)
    found = [
        Side("Own censuses", _by_year(own(rate, answers, selection)), own=True),
        Side("Published, councils here", _by_year(of_councils(rate, answers, selection))),
        Side(f"{region}, published", _of_one(answers, rate, selection, OF_REGIONS)),
        Side("England, published", _by_year(england)),
    ]
    return [side for side in found if side.figures]


def _by_year(found: Found) -> ByYear:
    return {year: found.groups[year,] for (year,) in found.known() if year}


def _one_place(selection: Selection) -> list[tuple[Dimension, ...]]:
    """Return by what to ask for the printed rate of the one region or organisation chosen."""
    chosen = {OF_EACH: selection.organisations, OF_REGIONS: selection.regions}
    return [by for by, codes in chosen.items() if len(codes) == 1]


def _of_one(
    answers: Answers, rate: str, selection: Selection, by: tuple[Dimension, ...]
) -> dict[str, Figure]:
    if by not in _one_place(selection):
        return {}
    return {figure.key[1]: figure for figure in answers[Ask(printed(rate), selection, by)]}


def _unprinted(figure: Figure, printed_of: Figure | None) -> Figure:
    note = printed_of.note if printed_of else ""
    return replace(figure, status="not_applicable", note=note or wording.NOT_PUBLISHED)
