"""All that a page is drawn from: one selection, one state of the data, every answer."""

from dataclasses import dataclass
from datetime import date

from dashboard.views.view import Answers, Names
from data.reader import Version
from data.selection import Selection


@dataclass(frozen=True)
class MissingReturn:
    """A return that is due and has not arrived.

    Attributes:
        partnership: Code of the partnership.
        organisation: Code of the partner who owes it.
        period: The quarter it is for.
        due: The day it was due.
    """

    partnership: str
    organisation: str
    period: str
    due: date


@dataclass(frozen=True)
class Scene:
    """What is on view.

    Attributes:
        selection: The filters in force.
        version: Which state of the data was read.
        names: Names for codes.
        answers: The figures of every question the page asks.
        partnerships: Codes of the partnerships on view, in the order of their names.
        expected: How many partners on view were to send returns.
        reported: How many of them have sent all that were due.
        missing: The returns that are missing.
        unknown: What the address asked for that isn't there: filter and value.
    """

    selection: Selection
    version: Version
    names: Names
    answers: Answers
    partnerships: tuple[str, ...]
    expected: int
    reported: int
    missing: tuple[MissingReturn, ...]
    unknown: tuple[tuple[str, str], ...] = ()
