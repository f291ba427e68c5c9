"""What the files of an edition say of themselves: marks, columns, units and notes."""

from collections.abc import Mapping
from typing import Final

from dashboard.columns import column_called
from dashboard.indicators.catalogue import Indicator, Unit
from data.selection import Dimension

SHORTHAND: Final[Mapping[str, str]] = {
    "[c]": "Confidential: hidden, so that nobody can be recognised.",
    "[x]": "Not available: a return was due and had not arrived.",
    "[z]": "Not applicable: a figure that has no meaning here, or has no such part.",
    "[low]": "Low: not nought, but so few that it is rounded to nought.",
    "[p]": "Provisional: the academic year had not ended, so the figure will change.",
    "[r]": "Revised: another figure than in the edition that this one takes the place of.",
}
UNITS: Final[Mapping[Unit, str]] = {
    "count": "Count",
    "share": "Share",
    "points": "Percentage points",
    "days": "Days",
    "per_hundred": "Per hundred",
    "ratio": "Ratio",
    "hours": "Hours",
    "fte": "Full-time equivalents",
    "pounds": "Pounds",
}
STATUSES: Final[Mapping[str, str]] = {
    "ok": "Every partner who was to report has reported.",
    "partial": "Some partners who were to report have not; the figure adds up those who have.",
    "provisional": "The academic year had not ended, so the figure will change.",
    "not_reported": "A return was due and had not arrived.",
    "not_applicable": "The figure has no meaning here.",
    "suppressed": "Hidden, so that nobody can be recognised.",
}
COLUMNS: Final[Mapping[str, str]] = {
    "indicator": "Id of the indicator.",
    "value": "The figure; empty where there is no number, and the status says why.",
    "numerator": "What stands above the line, for ratios.",
    "denominator": "What stands below the line, for ratios.",
    "n": "The base: rows counted, or for a share its denominator.",
    "unit": "What the value is; a share lies between 0 and 1.",
    "status": "Whether the value can be taken as it stands, and if not, why.",
    "reported": "Partners whose returns were in.",
    "expected": "Partners who were to send one.",
    "note": "Words that go with the status.",
    "data_version": "The state of the data that the edition is of.",
    "updated_at": "When the data had last changed, in UTC.",
}
BETTER: Final[Mapping[str, str]] = {
    "higher": "Higher is good news",
    "lower": "Lower is good news",
    "neither": "Neither way is good or bad in itself",
}
DESCRIBED: Final = ("id", "name", "topic", "meaning", "formula", "calendar", "source", "notes")


def dimension(name: Dimension) -> str:
    """Return what readers call a dimension."""
    return "Partner" if name == "organisation" else column_called(name)


def described(indicator: Indicator) -> dict[str, str]:
    """Return what is to be known of an indicator, in words."""
    return {name: getattr(indicator, name) for name in DESCRIBED} | {
        "unit": UNITS[indicator.unit],
        "better": BETTER[indicator.better],
    }
