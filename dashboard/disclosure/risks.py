"""Safe to share? Which figures tell of so few people that somebody might know who they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.disclosure import counts, rules
from dashboard.indicators.ask import Ask
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.parts import Figure


@dataclass(frozen=True)
class Risk:
    """A figure to think about before it is shared.

    Attributes:
        ask: The question that it answers, with its indicator, its filters and its cut.
        figure: The figure; its key is the group.
        why: Why it is at risk, as it follows the figure's name and a colon.
    """

    ask: Ask
    figure: Figure
    why: str

    @property
    def cut(self) -> dict[str, str | None]:
        """The group, by dimension; nothing for a total."""
        return dict(zip(self.ask.by, self.figure.key, strict=True))


def at_risk(answers: Mapping[Ask, Sequence[Figure]]) -> list[Risk]:
    """Return the figures among some that tell of few people, in the order they came.

    Of figures that are protected already there are none.
    """
    return [
        Risk(ask, figure, why)
        for ask, figures in answers.items()
        if not counts.is_exact(ask.indicator) and ask.indicator.made_of is None
        for figure in figures
        if figure.value is not None and (why := "; ".join(_reasons(ask.indicator, figure)))
    ]


def _reasons(indicator: Indicator, figure: Figure) -> Iterator[str]:
    sides = counts.sides(indicator)
    if not sides:
        if not indicator.typical or (figure.n is not None and figure.n < rules.FEWEST):
            yield "it tells of single people, or how many they are"
        return
    for side in sides:
        count = counts.number(figure, side) or 0
        if rules.is_small(count):
            yield f"it counts {count:g}"
    if len(sides) > 1:
        rest = (figure.denominator or 0) - (figure.numerator or 0)
        if rules.is_small(rest):
            yield f"it leaves {rest:g}"
    if indicator.unit != "count" and (figure.n or 0) < rules.FEWEST:
        yield f"it is a share of {figure.n or 0:g}"
