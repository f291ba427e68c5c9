"""What was missing or unsigned when an edition was made, in words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Protocol

from dashboard import formatting, wording


class HasGaps(Protocol):
    """An edition, or one that is still to be made."""

    @property
    def gaps(self) -> Mapping[str, Any]:
        """What is missing or unsigned, as ``data.editions.gaps`` states it."""


@dataclass(frozen=True)
class Caveats:
    """What was missing or unsigned.

    Attributes:
        missing: Returns that were due and had not arrived, a line a partner.
        unsigned: Returns that nobody had signed off, a line a partner.
        queries: How many queries of rows had no reason yet.
        summary: All of it in a few words.
    """

    missing: tuple[str, ...]
    unsigned: tuple[str, ...]
    queries: int
    summary: str


def caveats(of: HasGaps, within: Collection[str]) -> Caveats:
    """Return what was missing or unsigned, of the partnerships that somebody may read."""
    missing, unsigned = (
        [each for each in of.gaps[name] if each["partnership"] in within]
        for name in ("missing", "unsigned")
    )
    queries = of.gaps["queries"]
    counts = (
        (len(missing), "return missing", "returns missing"),
        (len(unsigned), "return not signed off", "returns not signed off"),
        (queries, "query without a reason", "queries without a reason"),
    )
    parts = [formatting.quantity(*count) for count in counts if count[0]]
    return Caveats(
        missing=tuple(_lines(missing, _due)),
        unsigned=tuple(_lines(unsigned, _stands)),
        queries=queries,
        summary=", ".join(parts) or "Every return in and signed off",
    )


def _lines(found: Iterable[Mapping[str, str]], say: Any) -> Iterable[str]:
    ordered = sorted(found, key=lambda each: (each["name"], each["partnership"], each["period"]))
    for name, some in groupby(ordered, key=lambda each: each["name"]):
        yield f"{name}: {', '.join(say(each) for each in some)}"


def _due(each: Mapping[str, str]) -> str:
    return f"{each['period']}, due {formatting.day(date.fromisoformat(each['due']))}"


def _stands(each: Mapping[str, str]) -> str:
    state = wording.RETURN_STATES[each["state"]].partition(":")[0]
    return f"{each['period']}, {state.lower()}"
