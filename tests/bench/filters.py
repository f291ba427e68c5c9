"""What a reader chooses, in an order in which readers choose it."""

from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from tests.bench.databases import SEED, connection

# An academic year begins in September, and so on a calendar year's first day, eight months back.
YEARS = """
SELECT DISTINCT strftime('%Y', date(window_start, '-8 months')) FROM demand
WHERE voided_at IS NULL ORDER BY 1 DESC
"""
REGIONS = """
SELECT DISTINCT COALESCE(g.part_of, g.code)
FROM organisation o JOIN region g ON g.code = o.region_code
WHERE o.code IN (SELECT owner FROM demand UNION SELECT owner FROM offers) ORDER BY 1
"""
AREAS = "SELECT DISTINCT service_area FROM placements ORDER BY 1"
LEVELS = ("first", "final")


@dataclass(frozen=True)
class Chosen:
    """A selection; an empty filter lets everything pass."""

    region: str = ""
    year: str = ""
    level: str = ""
    area: str = ""

    @property
    def search(self) -> str:
        """The query string of its address."""
        pairs = {name: value for name, value in vars(self).items() if value}
        return "?" + urlencode(pairs, safe="/") if pairs else ""


@dataclass(frozen=True)
class Choices:
    """What there is to choose from in a database, the latest year first."""

    regions: tuple[str, ...]
    years: tuple[str, ...]
    areas: tuple[str, ...]

    def simple(self) -> list[Chosen]:
        """Return selections by region, by year, and by both."""
        found = [Chosen(), *(Chosen(region=region) for region in self.regions)]
        found += [Chosen(year=year) for year in self.years[:5]]
        pairs = zip(self.regions, self.years, strict=False)
        return [*found, *(Chosen(region=region, year=year) for region, year in pairs)]

    def cycle(self) -> list[Chosen]:
        """Return the selections that are asked for over and over."""
        levels = [Chosen(level=level) for level in LEVELS]
        return [*self.simple(), *levels, *(Chosen(area=area) for area in self.areas[:3])]

    def others(self) -> list[Chosen]:
        """Return every selection that the cycle lacks, wide and narrow ones mixed."""
        each = product(("", *self.regions), ("", *self.years), ("", *LEVELS), ("", *self.areas))
        found = [Chosen(*values) for values in each]
        left = [chosen for chosen in found if chosen not in self.cycle()]
        Random(SEED).shuffle(left)  # noqa: S311 - it need only be the same each time
        return left


def choices(path: Path) -> Choices:
    """Return what there is to choose from in a database."""
    with connection(path) as opened:
        columns = [
            tuple(row[0] for row in opened.execute(statement))
            for statement in (REGIONS, YEARS, AREAS)
        ]
    regions, years, areas = columns
    return Choices(regions, tuple(f"{year}/{(int(year) + 1) % 100:02}" for year in years), areas)
