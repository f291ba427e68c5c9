"""What documents say of partnerships: figures that somebody printed, which no total counts."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from data.calendar import is_year, year_name
from data.selection import Selection

YEAR: Final = re.compile(r"(\d{4})\s*/\s*(\d{4}|\d{2})")
SHORT: Final = 2
# Parts of parts of parts are not told apart any more; no circle gets in by any door.
DEEPEST: Final = 5


@dataclass(frozen=True)
class Claim:
    """One figure that a document gives.

    Attributes:
        partnership: Code of the partnership it is about.
        owner: Code of the partner who entered it.
        region: ONS code of that partner's region.
        ref: What tells it apart among that partner's.
        measure: What was counted, in words.
        period: When, in words; blank where the document does not say.
        low: The lower end; ``None`` where it has none.
        high: The upper end; ``None`` where it has none: "over 200" has none.
        qualifier: How the number is meant: ``exact``, ``over``, ``range`` …
        unit: What was counted in.
        part_of: Ref of the figure that contains it; blank for none.
        source: The document.
        depth: How many figures contain it, one within the other.
    """

    partnership: str
    owner: str
    region: str | None
    ref: str
    measure: str
    period: str
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    part_of: str
    source: str
    depth: int = 0

    @property
    def year(self) -> str:
        """The academic year it is of; blank where its period is none."""
        return year_of(self.period)


def year_of(period: str) -> str:
    """Return the academic year that a period is, ``2024/25`` or ``2024/2025``; else nothing."""
    found = YEAR.fullmatch(period.strip())
    if not found:
        return ""
    year = year_name(int(found[1]))
    return year if is_year(year) and found[2][-SHORT:] == year[-SHORT:] else ""


def claims(rows: Iterable[Any]) -> tuple[Claim, ...]:
    """Return what documents say, each figure followed by those that are part of it.

    Args:
        rows: Of ``data.queries.claims.claims``, in their order.
    """
    found = [_claim(row) for row in rows]
    refs = {(each.partnership, each.owner, each.ref) for each in found}
    within: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for each in found:
        # Where what contains it was taken away, it stands by itself.
        whole = each.part_of if (each.partnership, each.owner, each.part_of) in refs else ""
        within[each.partnership, each.owner, whole].append(each)
    heads = [each for (_, _, whole), those in within.items() if not whole for each in those]
    ordered = [one for head in heads for one in _with_parts(head, within, 0)]
    there = {(each.partnership, each.owner, each.ref) for each in ordered}
    lost = [each for each in found if (each.partnership, each.owner, each.ref) not in there]
    return (*ordered, *lost)


def _with_parts(
    claim: Claim, within: dict[tuple[str, str, str], list[Claim]], depth: int
) -> Iterable[Claim]:
    yield replace(claim, depth=depth)
    if depth < DEEPEST:
        for part in within.get((claim.partnership, claim.owner, claim.ref), ()):
            yield from _with_parts(part, within, depth + 1)


def chosen(found: Iterable[Claim], selection: Selection) -> list[Claim]:
    """Return the claims that the filters for partnership, partner, region and year let pass."""
    pairs = (
        ("partnership", selection.partnerships),
        ("owner", selection.organisations),
        ("region", selection.regions),
        ("year", selection.years),
    )
    return [
        claim
        for claim in found
        if all(not wanted or getattr(claim, name) in wanted for name, wanted in pairs)
    ]


def _claim(row: Any) -> Claim:
    return Claim(
        partnership=row.partnership,
        owner=row.owner,
        region=row.region,
        ref=row.ref,
        measure=row.measure,
        period=row.period or "",
        low=row.value_low,
        high=row.value_high,
        qualifier=row.qualifier,
        unit=row.unit,
        part_of=row.part_of or "",
        source=row.source,
    )
