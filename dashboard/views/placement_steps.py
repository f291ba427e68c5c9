"""The steps from a student's need to a completed placement, as the views of progress share them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.indicators.parts import Figure

Figures = Mapping[str, Figure]
NOTE: Final = (
    "Each step is counted in its own unit, so that no step is a part of the one before it until "
    "placements start: students are needed, places are offered, and placements are matched, from "
    "an offer or without one. What started is a part of the placements that were not cancelled; "
    "what started by the day planned and what was completed are each a part of what started, so "
    "that a placement may start late and still be completed. Students and places count in the "
    "academic year of their window, placements in that of their planned start, all as at the day "
    "in question. Why a place or a placement was lost, in the words of the return, is in the "
    "lists below, for those who may read rows."
)


@dataclass(frozen=True)
class Step:
    """One step: a whole, what is left of it, what was lost of it, and what is still open.

    Attributes:
        name: As readers know it.
        unit: What is counted, one of it.
        kept: Id of the indicator of what is left.
        whole: Id of the indicator of what that was left of.
        lost: What was lost, in words, by the indicator that counts it.
        still: What of the whole may yet come, in words, by the indicator that counts it.
        later: What the rest of the whole is, in words; empty where there is none.
    """

    name: str
    unit: str
    kept: str
    whole: str
    lost: Mapping[str, str]
    still: Mapping[str, str]
    later: str = ""

    def counts(self) -> tuple[str, ...]:
        """Return the ids of all its indicators, each once."""
        return tuple(dict.fromkeys((self.kept, self.whole, *self.lost, *self.still)))


NEEDED: Final = Step("Needed", "student", "demand", "demand", {}, {})
OFFERED: Final = Step(
    "Offered",
    "place",
    "net_supply",
    "gross_offers",
    {"withdrawn": "withdrawn", "rejected": "rejected"},
    {},
)
MATCHED: Final = Step(
    "Matched", "placement", "allocated", "matched", {"cancelled": "cancelled"}, {}
)
STARTED: Final = Step(
    "Started",
    "placement",
    "started",
    "allocated",
    {},
    {"start_overdue": "due and not started"},
    later="to start later",
)
BY_PLAN: Final = Step(
    "Started by the day planned",
    "placement",
    "started_by_plan",
    "started",
    {"started_late": "started late"},
    {},
)
COMPLETED: Final = Step(
    "Completed",
    "placement",
    "completed",
    "started",
    {"ended_early": "ended early"},
    {"under_way": "under way"},
)
STEPS: Final = (NEEDED, OFFERED, MATCHED, STARTED, BY_PLAN, COMPLETED)
COUNTED: Final = tuple(dict.fromkeys(key for step in STEPS for key in step.counts()))


@dataclass(frozen=True)
class Taken:
    """A step with its numbers; nothing where a number is missing."""

    step: Step
    figures: Figures

    @property
    def kept(self) -> Figure:
        """What is left."""
        return self.figures[self.step.kept]

    @property
    def whole(self) -> Figure:
        """What that was left of."""
        return self.figures[self.step.whole]

    @property
    def lost(self) -> float | None:
        """How many were lost."""
        return self._sum(self.step.lost)

    @property
    def is_certain(self) -> bool:
        """Whether it is known if any were lost; not where they read nought and are not."""
        low = any(self.figures[key].low for key in self.step.lost)
        return self.lost is not None and not (low and not self.lost)

    @property
    def still(self) -> float | None:
        """How many may yet come."""
        known = (self.kept.value, self.whole.value, self.lost)
        if None in known:
            return None
        # Where counts are rounded, the parts may come to more than the whole.
        return max(0, (self.whole.value or 0) - (self.kept.value or 0) - (self.lost or 0))

    def causes(self) -> dict[str, float]:
        """Return what was lost or is open, in words, as far as there is any."""
        named = {
            words: self.figures[key].value or 0
            for key, words in {**self.step.lost, **self.step.still}.items()
        }
        if self.step.later and self.still is not None and not self.unknown():
            known = sum(self.figures[key].value or 0 for key in self.step.still)
            named[self.step.later] = max(0, self.still - known)
        return {words: number for words, number in named.items() if number}

    def unknown(self) -> dict[str, Figure]:
        """Return what was lost or is open and shows no number, in words with its figure."""
        named = {**self.step.lost, **self.step.still}
        found = {words: self.figures[key] for key, words in named.items()}
        return {
            words: figure for words, figure in found.items() if figure.low or figure.value is None
        }

    def _sum(self, keys: Mapping[str, str]) -> float | None:
        values = [self.figures[key].value for key in keys]
        return None if None in values else sum(value or 0 for value in values)


def taken(figures: Figures) -> list[Taken]:
    """Return every step with its numbers."""
    return [Taken(step, figures) for step in STEPS]
