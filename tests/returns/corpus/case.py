"""What a case of the corpus is, and the plain file that each of them spoils in one way."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date

# In the order of the columns A to M.
PLAIN = {
    "partnership": "north",
    "owner": "riverside",
    "ref": "O1",
    "team": "Duty",
    "sector": "local_authority",
    "level": "final",
    "service_area": "adults",
    "statutory": "yes",
    "statutory_days_per_week": "2.5",
    "window_start": "2025-09-22",
    "places": "3",
    "status": "offered",
    "status_reason": "none yet",
}
HEADER = list(PLAIN)
# What is stored of it.
STORED = {
    **{name: value for name, value in PLAIN.items() if name not in ("partnership", "owner")},
    "statutory_days_per_week": 2.5,
    "statutory_days_per_week_na": False,
    "window_start": date(2025, 9, 22),
    "places": 3,
    "statutory_basis": None,
    "pe_mode": None,
    "rural": None,
    "reserved_for": None,
    "agreement_ref": None,
    "status_on": None,
}


@dataclass(frozen=True)
class Bad:
    """A file that must be refused.

    Attributes:
        what: What is wrong with it.
        file: Its name.
        content: Its bytes.
        says: What one of the messages says.
        cell: The cell that message names; empty where no cell is at fault.
        value: The value it shows.
        only: Whether that is the only message.
    """

    what: str
    file: str
    content: bytes
    says: str
    cell: str = ""
    value: str | None = None
    only: bool = True


@dataclass(frozen=True)
class Good:
    """A file that looks odd and is all right.

    Attributes:
        what: What is odd about it.
        file: Its name.
        content: Its bytes.
        rows: Exactly what must be stored of it.
    """

    what: str
    file: str
    content: bytes
    rows: list[dict] = field(default_factory=lambda: [STORED])


def line(**changes):
    """The cells of a plain row, with changes."""
    return list((PLAIN | changes).values())


def stored(**changes):
    """What is stored of a plain row, with changes."""
    return STORED | changes


def comma_separated(lines, delimiter=",", end="\r\n"):
    """Lines as a CSV file writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(lines)
    return out.getvalue()


def csv_bytes(lines, encoding="utf-8", **options):
    return comma_separated(lines, **options).encode(encoding)
