"""What became of a file, as people and programs are told."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from data.returns.problems import Problem


@dataclass(frozen=True)
class Change:
    """What becomes of one row.

    Attributes:
        sheet: Name of its sheet.
        number: Its number in the file, as Excel shows it.
        ref: What tells it apart; blank for a new one that has none yet.
        values: What was and what will be, by column; what was is blank for a new row.
        new: Whether it is a new row.
    """

    sheet: str
    number: int
    ref: str
    values: Mapping[str, tuple[Any, Any]]
    new: bool


@dataclass(frozen=True)
class Outcome:
    """What became of a file.

    Attributes:
        new: Rows added.
        changed: Rows changed.
        unchanged: Rows that said what was stored already.
        errors: Why the file was refused; nothing was written if there is one.
        queries: What was stored but asks for a reason.
        ignored: Sheets and columns that mean nothing here.
        known_since: When the same file came in before; ``None`` for a new file.
        changes: What becomes of each row that is not what is stored already.
        left_out: Problems of rows that were left out by choice; the others were taken.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    errors: tuple[Problem, ...] = ()
    queries: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    known_since: datetime | None = None
    changes: tuple[Change, ...] = ()
    left_out: tuple[Problem, ...] = ()

    @property
    def accepted(self) -> int:
        """How many rows of the file were taken."""
        return self.new + self.changed + self.unchanged

    def refused(self, errors: tuple[Problem, ...]) -> "Outcome":
        """Return the outcome of a file that was refused for these errors."""
        return replace(self, new=0, changed=0, unchanged=0, queries=(), errors=errors)

    def counts(self) -> dict[str, int]:
        """Return how many rows were accepted, changed, unchanged and new."""
        return {
            "accepted": self.accepted,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "new": self.new,
        }

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``--json`` prints."""
        return {
            **self.counts(),
            "errors": [asdict(problem) for problem in self.errors],
            "queries": [asdict(problem) for problem in self.queries],
            "left_out": [asdict(problem) for problem in self.left_out],
            "ignored": list(self.ignored),
            "known": self.known_since.isoformat() if self.known_since else None,
        }
