"""The three rates of a workforce in one place, and whose census each comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.census_ratio import is_part_published
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views.census_sides import YEAR, ByYear
from dashboard.views.printed_rates import printed
from dashboard.views.view import Answers
from data.queries.published_rates import RATES
from data.selection import Dimension, Selection

OWN_CENSUS: Final = "own"
PUBLISHED: Final = "published"
BOTH: Final = "own and published"


@dataclass(frozen=True)
class Rate:
    """One rate of one place, by academic year.

    Attributes:
        figures: From own censuses, else published ones.
        printed: As the Department prints it; of everywhere, that of England.
    """

    figures: ByYear
    printed: ByYear

    def kind(self, year: str) -> str:
        """Return whose censuses are behind the figure of a year."""
        note = self.figures[year].note
        if not note:
            return OWN_CENSUS
        return BOTH if is_part_published(note) else PUBLISHED


def asks(selection: Selection, dimension: Dimension) -> tuple[Ask, ...]:
    """Return the questions for the rates of each partner or region, and of all together."""
    by = (dimension, *YEAR)
    kinds = [kind for rate in RATES for kind in _kinds(rate)]
    return tuple(Ask(kind, selection, split) for kind in kinds for split in (by, YEAR))


def rates(answers: Answers, selection: Selection, dimension: Dimension) -> dict[str, list[Rate]]:
    """Return the rates of each partner or region by its code."""
    by = (dimension, *YEAR)
    codes = {
        code: None
        for rate in RATES
        for figure in answers[Ask(INDICATORS[rate], selection, by)]
        if (code := figure.key[0])
    }
    return {
        code: [
            Rate(*(_of(code, answers[Ask(kind, selection, by)]) for kind in _kinds(rate)))
            for rate in RATES
        ]
        for code in codes
    }


def everywhere(answers: Answers, selection: Selection) -> list[Rate]:
    """Return the rates of all together, beside England's."""
    return [
        Rate(*(_by_year(answers[Ask(kind, selection, YEAR)]) for kind in _kinds(rate)))
        for rate in RATES
    ]


def latest(figures: ByYear) -> tuple[str, Figure] | None:
    """Return the latest year with a number, and its figure; else the latest year there is."""
    known = [year for year, figure in figures.items() if figure.value is not None]
    year = max(known or figures, default="")
    return (year, figures[year]) if year else None


def _kinds(rate: str) -> tuple[Indicator, ...]:
    return (INDICATORS[rate], printed(rate))


def _of(code: str, figures: Iterable[Figure]) -> ByYear:
    return {figure.key[1]: figure for figure in figures if figure.key[0] == code}


def _by_year(figures: Iterable[Figure]) -> ByYear:
    return {figure.key[0]: figure for figure in figures if figure.key[0]}
