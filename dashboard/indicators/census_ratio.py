"""A ratio over the partners' censuses, and published ones where a council has sent none."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from dashboard.indicators.formulas import Ratio
from dashboard.indicators.parts import Parts
from data.censuses import counted_once
from data.published_rows import Apart
from data.reporters import PLACES
from data.selection import Selection
from data.slicing import Build, Measure
from data.sums import By, Key
from data.workbench import Workbench

PUBLISHER: Final = "the Department for Education"
STAND_IN: Final = (
    f"for councils that sent none, {PUBLISHER}'s children's social work workforce file"
)
SEATS: Final = (
    "The one row of joint councils stands whole for each of them, unless one has sent its own. A "
    "published row counts once in a total, however many partnerships and councils share it."
)
NOT_SAID: Final = "no census says it"
PART_OF: Final = " of "


@dataclass(frozen=True)
class SeatedRatio(Ratio):
    """One sum over another, of censuses of which some may stand at several seats."""

    def asked(self, selection: Selection, by: By) -> Self:
        """Return the ratio with each published census once in every group of a question."""
        apart = _apart(selection, by)
        part, whole = (counted_once(side, apart) for side in (self.part, self.whole))
        return replace(self, part=part, whole=whole)


@dataclass(frozen=True)
class PublishedRatio(SeatedRatio):
    """One sum over another, of published censuses alone, which no partner is asked for."""

    def sources(self) -> tuple[Build, ...]:
        """Return no source whose returns anybody owes."""
        return ()


@dataclass(frozen=True, kw_only=True)
class CensusRatio(SeatedRatio):
    """One sum over another, of which the censuses may be published ones.

    Attributes:
        published: How many published censuses stand behind it.
    """

    published: Measure

    def asked(self, selection: Selection, by: By) -> Self:
        """Return the ratio with each published census once, and told of once."""
        published = counted_once(self.published, _apart(selection, by))
        return replace(super().asked(selection, by), published=published)

    def measures(self) -> tuple[Measure, ...]:
        """Return both sides, and what was published."""
        return (self.part, self.whole, self.published)

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the ratio of each group, with a note where published censuses are in it."""
        published = bench.sums(self.published, selection, by)
        wholes = bench.sums(self.whole, selection, by)
        return {
            key: _noted(part, bench.sum_of(published, key).n, bench.sum_of(wholes, key).n)
            for key, part in super().work_out(bench, selection, by).items()
        }


def is_part_published(note: str) -> bool:
    """Return whether a figure's note says that some of its censuses, and not all, are published."""
    return PART_OF in note


def _apart(selection: Selection, by: By) -> Apart:
    return Apart(
        partnerships=selection.partnerships,
        organisations=selection.organisations,
        regions=selection.regions,
        by=tuple(dimension for dimension in by if dimension in PLACES),
    )


def _noted(part: Parts, published: int, of: int) -> Parts:
    if part.unknown:
        return replace(part, note=NOT_SAID)
    if part.value is None or not published:
        return part
    some = str(published) if published == of else f"{published}{PART_OF}{of}"
    censuses = "1 census" if some == "1" else f"{some} censuses"
    return replace(part, note=f"{censuses} published by {PUBLISHER}")
