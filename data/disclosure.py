"""How an edition's figures are protected: the way of it, the cuts, and the counts to hide."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

from data.sums import Key

Mode = Literal["rounded", "suppressed"]
Cut = tuple[str, ...]
# One number: the name of its count, the dimensions it is split by, and its group.
Place = tuple[str, Cut, Key]


@dataclass(frozen=True, eq=False)
class Protection:
    """What is done to the figures of an edition before anybody sees them.

    Attributes:
        mode: Counts of people are rounded, or small ones hidden.
        as_at: The day of the edition; figures of other days are no part of it.
        partnerships: Codes of all that the edition covers; empty where that is everything.
        planned: Names of the counts that were looked at when the edition was made; others are
            not shown.
        hidden: Numbers that would tell a small count, or help to work one out.
    """

    mode: Mode
    as_at: date
    partnerships: frozenset[str]
    planned: frozenset[str]
    hidden: frozenset[Place]

    @cached_property
    def name(self) -> str:
        """A digest of all of it, under which protected figures may be remembered."""
        return sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """Return it as text that an edition keeps; the same for the same protection."""
        return json.dumps(
            {
                "mode": self.mode,
                "as_at": self.as_at.isoformat(),
                "partnerships": sorted(self.partnerships),
                "planned": sorted(self.planned),
                "hidden": sorted(self.hidden, key=repr),
            },
            ensure_ascii=False,
        )


def from_json(text: str) -> Protection:
    """Return the protection that an edition keeps."""
    kept: Mapping[str, Any] = json.loads(text)
    return Protection(
        mode=kept["mode"],
        as_at=date.fromisoformat(kept["as_at"]),
        partnerships=frozenset(kept["partnerships"]),
        planned=frozenset(kept["planned"]),
        hidden=frozenset((name, tuple(cut), tuple(key)) for name, cut, key in kept["hidden"]),
    )
