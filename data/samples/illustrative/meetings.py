"""What the invented partnerships' steering groups agreed and said, and what became of it."""

from datetime import date, timedelta
from typing import Any

from data.samples.illustrative.cast import DRAWN_UP, YEARS, Partnership

Row = dict[str, Any]

# They met in the week after the summer, and look back at it on the day of drawing up.
MET = date(2026, 10, 6)
OWNERS = ("Priya Nair", "Tom Ashdown", "Ruth Keane")
UNPLACED = {"indicator": "unmatched_shortfall", "rule": "short_of_places"}


def actions(partnership: Partnership) -> list[Row]:
    """Return the actions and the decision of a partnership's last meeting."""
    employer, university = partnership.employers[0], partnership.universities[0]
    found = (
        {
            "words": "Ask each team of the larger employers for one more final place in spring.",
            "owner": OWNERS[0],
            "due": DRAWN_UP + timedelta(days=46),
            **UNPLACED,
        },
        {
            "words": f"{employer.name} to say which of its Stage 1 practice educators go on to "
            "Stage 2 this year.",
            "scope": f"organisation:{employer.code}",
            "indicator": "stage2_sufficiency",
            "owner": OWNERS[1],
            "due": DRAWN_UP - timedelta(days=9),
        },
        {
            "words": f"{university.name} to send its windows for 2027/28 before it asks for "
            "places.",
            "scope": f"organisation:{university.code}",
            "owner": OWNERS[2],
            "due": MET + timedelta(days=31),
            "state": "done",
            "closed_on": MET + timedelta(days=27),
            "outcome": "Sent, and shown in the placement calendar.",
        },
        {
            "kind": "decision",
            "words": "No partner withdraws a place within 28 days of its window without telling "
            "the manager by telephone.",
            "indicator": "late_withdrawal_rate",
            "state": "done",
            "closed_on": MET,
        },
    )
    usual = {
        "partnership": partnership.code,
        "kind": "action",
        "scope": f"partnership:{partnership.code}",
        "agreed_on": MET,
        "state": "open",
    }
    return [usual | row for row in found]


def comments(partnership: Partnership) -> list[Row]:
    """Return what was said of a partnership's terms: one comment, by whoever leads."""
    return [
        {
            "partnership": partnership.code,
            "section": "placements/by-term",
            "academic_year": YEARS[-1],
            "words": "Spring is short because two programmes begin their final placements in the "
            "same weeks. From next year one of them begins three weeks later.",
            "author": OWNERS[0],
        }
    ]
