"""How a figure stands against its target, by the rules in force, and those rules in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Final, Literal

from dashboard import units, wording
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.parts import Figure
from data.selection import Selection
from data.workbench import Workbench

Verdict = Literal["on_track", "at_risk", "behind", "no_data"]
Rules = Mapping[str, Mapping[str, int]]

POINTS: Final = "status_margin_points"
PERCENT: Final = "status_margin_percent"
# Less than any figure differs by, and more than adding up fractions gets wrong.
HAIR: Final = 1e-9
# What can't be judged says why instead.
REASONS: Final[Mapping[str, str]] = {
    "partial": "Not judged: returns are missing",
    "provisional": "Not judged: the academic year has not ended",
    "suppressed": "Not judged: the figure is hidden",
    "not_reported": "Not judged: not reported",
    "not_applicable": "Not judged: not applicable",
}


@dataclass(frozen=True)
class Standing:
    """How a figure stands.

    Attributes:
        verdict: Its status.
        target: What was agreed; ``None`` where nothing was.
        rule: The rule that gave the status, or why there is none.
    """

    verdict: Verdict
    target: float | None
    rule: str


def is_of_a_day(bench: Workbench, indicator: Indicator, selection: Selection) -> bool:
    """Return whether a figure is counted on a day, so that a year that goes on can be judged."""
    work = indicator.work
    return work.is_of_a_day(bench.source(build, selection) for build in work.sources())


def stands(
    indicator: Indicator, figure: Figure, target: float | None, rules: Rules, nation: str
) -> Standing:
    """Return how a figure stands against its target.

    It has no status while returns are missing or the year goes on, nor where it is suppressed.

    Args:
        indicator: What the figure is of.
        figure: The figure, of the same place and year as its target.
        target: What was agreed, in the indicator's unit; ``None`` where nothing was.
        rules: Values of the settings in force on the day, by key and nation.
        nation: Whose rules hold.
    """
    if target is None:
        return Standing("no_data", None, wording.NO_TARGET.capitalize())
    if figure.status != "ok" or figure.value is None:
        words = REASONS.get(figure.status, REASONS["not_reported"])
        return Standing("no_data", target, words)
    margin = _margin(indicator, target, rules, nation)
    missed = _missed_by(indicator, figure.value, target)
    spare = margin if indicator.better == "neither" else 0.0
    verdict: Verdict = "behind"
    if missed <= spare + HAIR:
        verdict = "on_track"
    elif missed <= spare + margin + HAIR:
        verdict = "at_risk"
    return Standing(verdict, target, _in_words(indicator, target, margin))


def _margin(indicator: Indicator, target: float, rules: Rules, nation: str) -> float:
    if indicator.unit == "share":
        return rules[POINTS][nation] / 100
    if indicator.unit == "points":
        return float(rules[POINTS][nation])
    return abs(target) * rules[PERCENT][nation] / 100


def _missed_by(indicator: Indicator, value: float, target: float) -> float:
    """Return how far a value is on the wrong side of its target; below nought on the right one."""
    if indicator.better == "neither":
        return abs(value - target)
    return target - value if indicator.better == "higher" else value - target


def _in_words(indicator: Indicator, target: float, margin: float) -> str:
    write = units.WRITING[indicator.unit].write
    if indicator.better == "neither":
        near, far = _span(indicator, margin), _span(indicator, 2 * margin)
        return f"On track within {near} of {write(target)}, at risk within {far}, else behind"
    if indicator.better == "higher":
        bound = _whole(indicator, target - margin, ceil)
        return f"On track from {write(target)}, at risk from {write(bound)}, below that behind"
    bound = _whole(indicator, target + margin, floor)
    return f"On track up to {write(target)}, at risk up to {write(bound)}, above that behind"


def _span(indicator: Indicator, width: float) -> str:
    if indicator.unit in ("share", "points"):
        width = width * 100 if indicator.unit == "share" else width
        return f"{width:g} percentage points"
    return units.WRITING[indicator.unit].write(width)


def _whole(indicator: Indicator, bound: float, rounded: Callable[[float], int]) -> float:
    # Of what is counted, the last whole number that still meets the rule.
    return rounded(round(bound, 9)) if indicator.unit in ("count", "days") else bound
