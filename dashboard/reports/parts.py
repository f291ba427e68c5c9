"""Every part that a pack may have, by what definitions call it, and what is made of it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from dashboard.reports import about, commentary, deciding, regions, scorecard, topics
from dashboard.reports.available import TOPICS
from dashboard.reports.pack import Section
from dashboard.reports.pack_source import PackSource

# A part that has nothing to say is none.
Make = Callable[[PackSource], Section | None]
SUMMARY: Final = "summary"
# The heading of each part that is no view.
FIXED: Final[Mapping[str, str]] = {
    "decisions": "Decisions wanted",
    SUMMARY: "Summary",
    "commentary": commentary.HEADING,
    "scorecard": scorecard.HEADING,
    "regions": regions.HEADING,
    "exceptions": "Exceptions",
    "actions": "Actions",
    "next-period": "Next period",
    "about": "About the data",
}
PARTS: Final[Mapping[str, str]] = {
    **FIXED,
    **{name: topic.view.heading for name, topic in TOPICS.items()},
}


def makers() -> Mapping[str, Make]:
    """Return what makes each part but the summary, which repeats what others say."""
    return {
        "decisions": deciding.decisions,
        "commentary": commentary.section,
        "scorecard": scorecard.section,
        "regions": regions.section,
        "exceptions": deciding.exceptions,
        "actions": deciding.actions,
        "next-period": deciding.next_period,
        "about": about.section,
        **{name: partial(topics.section, topic) for name, topic in TOPICS.items()},
    }
