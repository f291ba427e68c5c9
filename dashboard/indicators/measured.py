"""What the process keeps cells of: every measure that a page or an indicator adds up."""

from collections.abc import Iterable

from dashboard.indicators.catalogue import Indicator
from data.slicing import Measure


def measured(indicators: Iterable[Indicator]) -> tuple[Measure, ...]:
    """Return the measures of some indicators, each once."""
    found = (measure for each in indicators for measure in each.work.summed())
    return tuple(dict.fromkeys(found))
