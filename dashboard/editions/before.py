"""How a figure has changed since the edition before, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard import units
from dashboard.editions import words
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.parts import Figure
from data.editions.edition import Edition
from data.selection import Selection

# Why no difference is given, by what stands now, and by what stood then.
NOW: Final[Mapping[str, str]] = {
    "partial": "returns are missing",
    "suppressed": "it is hidden to protect people",
}
THEN: Final[Mapping[str, str]] = {
    "partial": "returns were missing then",
    "not_reported": "it was not reported then",
    "not_applicable": "it had no meaning then",
    "suppressed": "it was hidden then to protect people",
}


@dataclass(frozen=True)
class Before:
    """Figures of the edition before.

    Attributes:
        edition: The edition.
        figures: By the ids of their indicators, for what is on view now.
    """

    edition: Edition
    figures: Mapping[str, Figure]


def read(there: Standpoint, edition: Edition, keys: Iterable[str], selection: Selection) -> Before:
    """Return figures of an edition, as whoever looks from there may see them.

    Args:
        there: A standpoint at the edition.
        edition: The edition.
        keys: Ids of the indicators.
        selection: What is on view, as at the day of the edition.
    """
    asks = [Ask(INDICATORS[key], selection) for key in keys]
    with there.store.snapshot() as snapshot:
        answers = evaluate(there.bench(snapshot), asks)
    return Before(edition, {ask.indicator.id: answers[ask][0] for ask in asks})


def change(indicator: Indicator, now: Figure, before: Before | None) -> str:
    """Return how a figure has changed, as a sentence without its full stop.

    It is empty where there is no figure now or no edition before.
    """
    if before is None or now.value is None:
        return ""
    was, edition = before.figures[indicator.id], words.short(before.edition)
    if reason := NOW.get(_state(now)) or THEN.get(_state(was)):
        return f"Change since {edition} not given: {reason}"
    then, reads = (units.written(each, indicator.unit) for each in (was, now))
    if then == reads:
        return f"As in {edition}: {then}"
    difference = units.WRITING[indicator.unit].write_change(now.value - (was.value or 0))
    return f"{difference} since {edition}, which has {then}"


def _state(figure: Figure) -> str:
    # What is low reads in words, lest it be subtracted.
    return "suppressed" if figure.low else figure.status
