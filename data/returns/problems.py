"""What is wrong with a file, said so that whoever filled it in can put it right."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Problem:
    """One problem, in words and by cell.

    Attributes:
        sheet: Name of the sheet; empty where the whole file is meant.
        row: Row number as Excel shows it.
        column: Name of the column.
        cell: Excel address of the cell.
        value: What stands there.
        problem: What is wrong with it.
        fix: What to do about it.
    """

    sheet: str
    row: int | None
    column: str
    cell: str
    value: str
    problem: str
    fix: str

    @property
    def words(self) -> str:
        """What is wrong and what to do about it, as people are told."""
        return f"{self.problem} {self.fix}"


class RefusedError(ValueError):
    """A value, or a whole file, can't be taken; says why and what would do instead."""

    def __init__(self, problem: str, fix: str) -> None:
        """Keep both sentences."""
        super().__init__(problem)
        self.problem = problem
        self.fix = fix

    @property
    def words(self) -> str:
        """What is wrong and what would do instead, as people are told."""
        return f"{self.problem} {self.fix}"


class PersonalError(RefusedError):
    """A value looks like a person's name or address, so no message may repeat it."""


def of_file(refused: RefusedError, sheet: str = "") -> Problem:
    """Return a problem of a whole file or sheet."""
    return Problem(sheet, None, "", "", "", refused.problem, refused.fix)


def shown(value: object) -> str:
    """Return a value as a message shows it: short, on one line, days as ISO, all printable."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = value.isoformat() if isinstance(value, date) else str(value if value is not None else "")
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return "".join(map(_harmless, short))


def _harmless(letter: str) -> str:
    """Return a letter, or what stands for one that could steer the screen it is shown on."""
    return letter if letter.isprintable() else " " if letter.isspace() else UNPRINTABLE


SHOWN = 60
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
