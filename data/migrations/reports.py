"""Rows that the migration of report definitions brings, frozen with it.

Packs of editions that were made before there were definitions are put together by these, too.
"""

from typing import Any, Final

REPORTS: Final[list[dict[str, Any]]] = [
    {
        "code": "steering-group",
        "name": "Steering group",
        "audience": "steering_group",
        "title": "For the steering group, {day}",
    },
    {
        "code": "funder",
        "name": "Funder",
        "audience": "funder",
        "title": "For {funder}, {day}",
    },
]
CORE: Final = (
    "placements/by-term",
    "placements/by-level",
    "placements/shortfall-by-area",
    "placements/over-years",
    "placements-progress/steps",
    "placements/timeliness",
    "practice-educators/register",
    "practice-educators/capacity",
    "practice-educators/lapses",
    "practice-educators/intakes",
    "adults-and-children/split-gap",
    "adults-and-children/mix-of-supply",
)
AFTER: Final = ("regions", "overview/partnerships", "placements/by-employer", "exceptions")
ORDER: Final = {
    "steering-group": (
        "decisions",
        "summary",
        "commentary",
        "scorecard",
        *CORE,
        *AFTER,
        "actions",
        "next-period",
        "about",
    ),
    "funder": ("summary", "commentary", "scorecard", *CORE, *AFTER, "next-period", "about"),
}
SCORECARD: Final = (
    "demand",
    "net_supply",
    "unmatched_shortfall",
    "sufficiency",
    "on_time_start_rate",
    "statutory_share",
    "pe_current",
    "pe_inactive_rate",
    "pe_training_starts",
    "stage2_sufficiency",
    "split_gap",
)
SECTIONS: Final = [
    {"report_code": report, "section": section, "place": place}
    for report, order in ORDER.items()
    for place, section in enumerate(order, 1)
]
INDICATORS: Final = [
    {"report_code": report, "indicator": indicator, "place": place}
    for report in ORDER
    for place, indicator in enumerate(SCORECARD, 1)
]
