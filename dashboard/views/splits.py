"""What figures are split by: the heading and the noun of each dimension."""

from dataclasses import dataclass
from typing import Final

from dashboard.sentences import Noun
from data.selection import Dimension


@dataclass(frozen=True)
class Split:
    """A dimension as a view speaks of it.

    Attributes:
        dimension: The dimension.
        heading: Of the column that names the groups.
        noun: What the groups are.
        overlapping: Whether a place of one group may take a student of another, so that the
            gap of a group says little.
    """

    dimension: Dimension
    heading: str
    noun: Noun
    overlapping: bool = False


BY_PARTNERSHIP: Final = Split("partnership", "Partnership", Noun("partnership", "partnerships"))
BY_PARTNER: Final = Split("organisation", "Partner", Noun("partner", "partners"))
BY_KIND: Final = Split("activity", "Kind of activity", Noun("kind", "kinds"))
BY_REGION: Final = Split("region", "Region", Noun("region", "regions"))
BY_TERM: Final = Split("term", "Term", Noun("term", "terms"))
BY_LEVEL: Final = Split("level", "Level", Noun("level", "levels"))
BY_AREA: Final = Split(
    "service_area", "Service area", Noun("service area", "service areas"), overlapping=True
)
