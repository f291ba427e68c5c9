"""Which figure here measures what a document counts, told by the words it uses.

A measure is tied where its words are those of a figure, and never where they are merely like them:
a claim that is held against the wrong records is worse than one that is held against none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from dashboard import sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from data.claims import Claim

# What documents call a figure, besides its own name.
WORDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "demand": ("placements needed", "students who need a placement"),
    "requested": ("placements requested", "places requested"),
    "net_supply": ("places offered", "placements offered"),
    "allocated": ("placements", "student placements", "placements arranged", "placements made"),
    "started": ("placements started",),
    "completed": ("placements completed",),
    "employers_offering": ("employers offering placements", "agencies offering placements"),
    "statutory_share": ("statutory placements",),
    "on_time_start_rate": ("placements on time", "placements started on time"),
    "pass_rate_first": ("first placements passed",),
    "pass_rate_final": ("final placements passed",),
    "pe_on_register": ("practice educators", "practice educators on the register"),
    "pe_current": ("current practice educators", "active practice educators"),
    "pe_training_starts": ("practice educators in training",),
    "pe_training_completions": ("practice educators trained", "practice educators qualified"),
    "vacancy_rate": ("vacancy rate",),
    "turnover_rate": ("turnover rate", "staff turnover"),
    "agency_rate": ("agency rate",),
}
# Words before a measure that a filter has a name for.
LEVELS: Final = {"first": "first", "final": "final"}
AREAS: Final = {"adults'": "adults", "children's": "children"}
# How often, and through whom, are no part of what was counted.
ASIDES: Final = re.compile(
    r" (a|per|each|every|in the|in a|that) year$| annually$"
    r"| (managed|arranged|made|provided|organised) by .+$"
)
PERCENT: Final = frozenset({"%", "per cent", "percent", "percentage"})
# What a claim's number is multiplied by to be in the figure's unit, by unit and by the claim's.
SCALES: Final[Mapping[str, Mapping[str, float]]] = {
    "share": {**dict.fromkeys(PERCENT, 0.01), "share": 1},
    "days": {"days": 1, "day": 1},
    "hours": {"hours": 1, "hour": 1},
    "fte": {"fte": 1, "full-time equivalents": 1},
    "per_hundred": {"per 100": 1, "per hundred": 1},
    "ratio": {"ratio": 1},
}


@dataclass(frozen=True)
class Tie:
    """What measures a claim here.

    Attributes:
        indicator: The figure.
        levels: The level it is about, if it is about one.
        areas: The service area it is about, if it is about one.
        scale: What the claim's numbers are multiplied by to be in the figure's unit.
    """

    indicator: Indicator
    levels: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    scale: float = 1


def tie(claim: Claim) -> Tie | None:
    """Return what measures a claim; nothing where no figure here does."""
    return _tie(normal(claim.measure), normal(claim.unit))


def wordings() -> str:
    """Return the usual names of figures, as a reader is told of them."""
    told = (
        f"{sentences.listed([f'“{words}”' for words in those])} for {INDICATORS[key].name}"
        for key, those in WORDINGS.items()
    )
    return "; ".join(told)


def normal(words: str) -> str:
    """Return words as they are compared: small, with single spaces and plain apostrophes."""
    return " ".join(words.replace("\u2019", "'").lower().split())


@cache
def _tie(measure: str, unit: str) -> Tie | None:
    words = measure
    while (shorter := ASIDES.sub("", words)) != words:
        words = shorter
    first, _, rest = words.partition(" ")
    for said, levels, areas in (
        (words, "", ""),
        (rest, LEVELS.get(first, ""), ""),
        (rest, "", AREAS.get(first, "")),
    ):
        if (said == words or levels or areas) and (found := _known().get(said)):
            scale = _scale(found, unit)
            filters = tuple(filter(None, (levels,))), tuple(filter(None, (areas,)))
            return None if scale is None else Tie(found, *filters, scale)
    return None


@cache
def _known() -> dict[str, Indicator]:
    own = {normal(name): each for each in INDICATORS.values() for name in (each.id, each.name)}
    others = {words: INDICATORS[key] for key, those in WORDINGS.items() for words in those}
    return own | others


def _scale(indicator: Indicator, unit: str) -> float | None:
    """Return what brings a claim into a figure's unit; nothing where they don't go together."""
    if indicator.unit == "count":
        return None if unit in PERCENT else 1
    return SCALES.get(indicator.unit, {}).get(unit)
