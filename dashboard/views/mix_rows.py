"""A row of a mix: its share of adults', its parts, and its target."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Final

from dashboard import formatting, units, wording
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering
from dashboard.views.answering import Found
from dashboard.views.mix_sides import Side
from dashboard.views.splits import Split
from dashboard.views.view import Names

ADULTS: Final = "adults"
CHILDREN: Final = "children"
# The order of the parts along a bar.
AREAS: Final = (ADULTS, CHILDREN, "mental_health", "mixed", "all_age", "either", "not_known")


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: Of the row.
        share: Adults' share, or why there is none.
        parts: The count of each service area that has one.
        target: What adults' share was agreed to be, if it was.
        without: Makes the count of an area without rows.
    """

    name: str
    share: Figure
    parts: Mapping[str, Figure]
    target: float | None
    without: Callable[[str], Figure]

    def part(self, area: str) -> Figure:
        """Return the count of a service area."""
        return self.parts.get(area) or self.without(area)

    def amount(self, area: str) -> float:
        """Return how much an area counts for; nought, too, where its count is not known."""
        return self.parts[area].value or 0 if area in self.parts else 0

    @cached_property
    def count(self) -> float:
        """Everything counted, of any area."""
        return sum(part.value or 0 for part in self.parts.values())

    @cached_property
    def is_hidden(self) -> bool:
        """Whether a part is hidden, so that the parts do not make the whole."""
        return any(part.status == "suppressed" for part in self.parts.values())

    def portion(self, area: str) -> float | None:
        """Return how much of the bar an area takes; nothing where parts of the bar are hidden."""
        value = self.amount(area)
        return value / self.count if value and not self.is_hidden else None

    @property
    def mark(self) -> float | None:
        """Where the target stands along a bar that holds every area."""
        if self.target is None or self.share.value is None or self.is_hidden:
            return None
        # The target is a share of adults' and children's, so only they make room for it.
        of_two = self.amount(ADULTS) + self.amount(CHILDREN)
        return self.target * of_two / self.count

    @property
    def is_silent(self) -> bool:
        """Whether a return is missing and nothing is known."""
        return self.share.status == "not_reported"

    @property
    def is_under_target(self) -> bool:
        """Whether the share is under its target; not, where either is missing."""
        if self.target is None or self.share.value is None:
            return False
        return self.share.value < self.target

    def note(self) -> str:
        """Return the share in words, and the base of the bar."""
        share = units.written(self.share, "share")
        if self.is_hidden:
            return share if self.share.value is None else f"{share}<br>parts {wording.SUPPRESSED}"
        return f"{share}<br>{formatting.count(self.count)} in all" if self.count else share


def rows(found: tuple[Found, Found, Found], side: Side, split: Split, names: Names) -> list[Row]:
    """Return the rows, the largest share of adults' first, those not reported last.

    Args:
        found: Counts by group and area, shares by group, targets by group.
        side: What is counted.
        split: What the rows are.
        names: Names for codes.
    """
    counted, share, target = found
    made = [
        Row(
            name=answering.name_of(split.dimension, code, names),
            share=_one_sided(share.at(code), names.services.get(code, "")),
            parts=_parts(code, counted),
            target=each.value if (each := target.groups.get((code,))) else None,
            without=partial(_without_rows, code, share.at(code), counted.ask),
        )
        for code in _codes(counted, share)
        if split.dimension != "organisation" or side.has_rows(names.kinds.get(code, ""))
    ]
    return sorted(made, key=_order)


def _parts(code: str, counted: Found) -> dict[str, Figure]:
    return {area: there for area in AREAS if (there := counted.there(code, area))}


def _without_rows(code: str, share: Figure, ask: Ask, area: str) -> Figure:
    return answering.without_rows((code, area), share, ask)


def _codes(counted: Found, share: Found) -> Iterable[str]:
    return {key[0] for each in (counted, share) for key in each.known()}


def _order(row: Row) -> tuple[bool, bool, float, str]:
    value = row.share.value
    return (row.is_silent, value is None, -(value or 0), row.name)


def _one_sided(share: Figure, services: str) -> Figure:
    # A partner without rows has no note yet, and serves whom it serves all the same.
    if share.status == "not_applicable" and services in wording.ONE_SERVICE:
        return replace(share, note=wording.ONE_SERVICE[services])
    return share
