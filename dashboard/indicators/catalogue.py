"""What the application knows about an indicator: one row, read by screen, files, API and help."""

from dataclasses import dataclass
from typing import Literal

from dashboard.indicators.formulas import Formula

Unit = Literal["count", "share", "points", "days", "per_hundred", "ratio"]
Topic = Literal[
    "Supply and demand", "Timeliness and quality", "Practice educators", "Adults and children's"
]
Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    Attributes:
        id: Its name in addresses, files and the API; part of the contract.
        name: Its name for readers.
        topic: The heading it stands under.
        meaning: One sentence that says what it tells.
        formula: How it is worked out, in words.
        unit: What its values are. Shares lie between 0 and 1; points are such shares' differences.
        calendar: Which day puts a row into a year.
        source: The sheets it is worked out from, in words.
        work: Works it out.
        better: Which way is good news.
        used_by: Who asks for it.
        notes: What else a careful reader must know.
    """

    id: str
    name: str
    topic: Topic
    meaning: str
    formula: str
    unit: Unit
    calendar: str
    source: str
    work: Formula
    better: Better = "neither"
    used_by: tuple[str, ...] = ("steering group", "funder", "coordinator")
    notes: str = ""
