"""A row of a mix: its share of adults', its parts, and its target."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard import formatting, units, wording
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
        parts: The count of each service area.
        target: What adults' share was agreed to be, if it was.
    """

    name: str
    share: Figure
    parts: Mapping[str, Figure]
    target: float | None

    @property
    def count(self) -> float:
        """Everything counted, of any area."""
        return sum(part.value or 0 for part in self.parts.values())

    @property
    def is_hidden(self) -> bool:
        """Whether a part is hidden, so that the parts do not make the whole."""
        return any(part.status == "suppressed" for part in self.parts.values())

    def portion(self, area: str) -> float | None:
        """Return how much of the bar an area takes; nothing where parts of the bar are hidden."""
        value = self.parts[area].value
        return value / self.count if value and not self.is_hidden else None

    @property
    def mark(self) -> float | None:
        """Where the target stands along a bar that holds every area."""
        if self.target is None or self.share.value is None or self.is_hidden:
            return None
        # The target is a share of adults' and children's, so only they make room for it.
        of_two = sum(self.parts[area].value or 0 for area in (ADULTS, CHILDREN))
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
            parts=_parts(code, counted, share.at(code)),
            target=each.value if (each := target.groups.get((code,))) else None,
        )
        for code in _codes(counted, share)
        if split.dimension != "organisation" or side.has_rows(names.kinds.get(code, ""))
    ]
    return sorted(made, key=_order)


def _parts(code: str, counted: Found, share: Figure) -> dict[str, Figure]:
    keys = {area: (code, area) for area in AREAS}
    return {
        area: counted.there(*key) or answering.without_rows(key, share, counted.ask)
        for area, key in keys.items()
    }


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
