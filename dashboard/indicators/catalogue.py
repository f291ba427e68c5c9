"""What the application knows about an indicator: one row, read by screen, files, API and help."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from dashboard import sentences
from dashboard.indicators.formulas import Formula
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Sheet

Unit = Literal["count", "share", "points", "days", "per_hundred", "ratio", "hours", "fte", "pounds"]
Topic = Literal[
    "Supply and demand",
    "Timeliness and quality",
    "Practice educators",
    "Adults and children's",
    "Engagement",
    "Workforce",
    "Money",
    "Returns",
]
Better = Literal["higher", "lower", "neither"]
Side = Literal["value", "numerator", "denominator"]

# What most figures are added up from.
ROW: Final = "row"
EVERY_SHEET: Final = "every sheet (all partners)"
SENDERS: Final = {"hei": "universities", "employer": "employers", "member": "all partners"}


@dataclass(frozen=True)
class Made:
    """How a figure follows from others, so that it is protected as they are.

    Attributes:
        added: Ids of those that are added up.
        taken: Ids of those that are taken away from them.
        least: What it can't be below, whatever was rounded; ``None`` for no bound.
    """

    added: tuple[str, ...]
    taken: tuple[str, ...]
    least: float | None = None


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    Attributes:
        id: Its name in addresses, files and the API; part of the contract.
        name: Its name for readers.
        topic: The heading it stands under.
        meaning: One sentence that says what it tells.
        formula: How it is worked out, in words.
        unit: What its values are. Shares lie between 0 and 1; points are percentage points.
        calendar: Which day puts a row into a year.
        sheets: Names of the sheets it is worked out from.
        work: Works it out.
        better: Which way is good news.
        base: What its base counts, one of them; empty where two bases stand behind it.
        part: What stands above the line, one of them, where that is not a part of the base.
        used_by: Who asks for it.
        notes: What else a careful reader must know.
        period: The period that it is of, where academic years don't choose it; the target of an
            academic year is then no target of it.
        stand_in: What is taken instead where a partner has sent none of those sheets.
        exact: Which of its numbers count no people, but places, posts, money, organisations, so
            that funders see them as they are. All others are protected.
        typical: Whether its value is typical of many, and may be shown once they are enough.
        made_of: The figures that it follows from, where it is no count of its own.
    """

    id: str
    name: str
    topic: Topic
    meaning: str
    formula: str
    unit: Unit
    calendar: str
    sheets: tuple[str, ...]
    work: Formula
    better: Better = "neither"
    base: str = ROW
    part: str = ""
    used_by: tuple[str, ...] = ("steering group", "funder", "coordinator")
    notes: str = ""
    period: str = ""
    stand_in: str = ""
    exact: tuple[Side, ...] = ()
    typical: bool = False
    made_of: Made | None = None

    def __hash__(self) -> int:
        """Return the hash of its id, which tells it apart: it is looked up all the time."""
        return hash(self.id)

    @property
    def source(self) -> str:
        """The sheets it is worked out from, in words, and what stands in for them."""
        sheets = listed(self.sheets)
        return f"{sheets}; {self.stand_in}" if self.stand_in else sheets


def listed(sheets: Iterable[str]) -> str:
    """Return sheets with who sends them, each once and in the order of the returns."""
    wanted = set(sheets)
    if wanted == SHEETS.keys():
        return EVERY_SHEET
    named = [_with_senders(sheet) for name, sheet in SHEETS.items() if name in wanted]
    return sentences.listed(named)


def _with_senders(sheet: Sheet) -> str:
    senders = " and ".join(SENDERS[owner] for owner in sheet.owners)
    return f"{sheet.title} ({senders})"
