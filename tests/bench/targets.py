"""What the dashboard must reach, and the rows in which a run says how near it came."""

from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

from tests.bench.turns import OURS, SQL, TUTORIAL, Said

SIZES: Final = ("S", "M", "L")
EVERY: Final = frozenset(SIZES)


@dataclass(frozen=True)
class Target:
    """One thing that is measured.

    Attributes:
        id: Its number in the design.
        what: What is measured, in words.
        unit: Of every number in its row.
        most: What the median may be; nothing where there is no target.
        worst: What nineteen of twenty must stay under, if that is asked too.
        sizes: The sizes for which the target holds; at others it is measured all the same.
        why: What is known of why it may be missed.
        page: Path of the page, where each page is measured.
        least: What the median must be, where more is better.
    """

    id: str
    what: str
    unit: str
    most: float | None = None
    worst: float | None = None
    sizes: frozenset[str] = EVERY
    why: str = ""
    page: str = ""
    least: float | None = None


@dataclass(frozen=True)
class Result:
    """One row of the table.

    Attributes:
        target: What was measured, and what it may be.
        size: Size of the database.
        median: Of all runs.
        p95: What nineteen of twenty runs stayed under; nothing for a single run.
        runs: How many there were.
        sql: Median of raw SQL for the same figures, where that is a fair comparison.
        tutorial: Median of the tutorial's page, where it was measured.
    """

    target: Target
    size: str
    median: float
    p95: float | None = None
    runs: int = 1
    sql: float | None = None
    tutorial: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target was met; nothing where there is none at this size."""
        if self.size not in self.target.sizes:
            return None
        if self.target.least is not None:
            return self.median >= self.target.least
        if self.target.most is None:
            return None
        late = self.target.worst is not None and (self.p95 or 0) > self.target.worst
        return self.median <= self.target.most and not late

    def times(self, baseline: float | None) -> float | None:
        """Return how many times a baseline it is."""
        return self.median / baseline if baseline else None


def result(target: Target, size: str, said: Said, name: str = OURS) -> Result:
    """Return the row for the runs of one job, beside what was run in turn with it."""
    runs = said[name]
    return Result(
        target=target,
        size=size,
        median=median(runs),
        p95=quantiles(runs, n=20, method="inclusive")[-1] if len(runs) > 1 else None,
        runs=len(runs),
        sql=median(said[SQL]) if said.get(SQL) else None,
        tutorial=median(said[TUTORIAL]) if said.get(TUTORIAL) else None,
    )


M: Final = frozenset("M")

COLD_BYTES = Target("B1", "Cold load, on the wire", "MB", 0.75)
COLD_REQUESTS = Target("B1", "Cold load, requests", "requests", 20)
COLD_DRAWN = Target("B1", "Cold load, every chart drawn", "s", 1.6)

CHANGE_SEEN = Target("B2", "Filter to painted, what is in sight", "ms", 200, 300, M)
CHANGE_PAINTED = Target("B2", "Filter to painted, the whole page", "ms", 200, 300, M)
CHANGE_REQUESTS = Target("B2", "Filter to painted, requests a change", "requests", 1, 1)
CHANGE_BYTES = Target("B2", "Filter to painted, compressed answer", "KB", 10, 10)

SERVER_WARM = Target("B3", "Server time of a filter change, asked before", "ms", 5, None, M)
SERVER_WRITTEN = Target("B3", "Server time, first after a write", "ms", 40, None, M)
SERVER_NEW = Target("B3", "Server time, never asked before", "ms")

GROWTH_WARM = Target("B4", "L against M, asked before", "times", 1.5)
GROWTH_WRITTEN = Target("B4", "L against M, first after a write", "times", 1.5)
GROWTH_NEW = Target("B4", "L against M, never asked before", "times")

GROWTH_SAVED = Target("B7", "L against M, a saved cell", "times", 1.1)

MEMORY_WARM = Target("B6", "Memory of a worker, after warm-up", "MB", 250, None, M)
MEMORY_LATER = Target("B6", "Memory of a worker, after 10,000 changes", "MB", 250, None, M)
MEMORY_WHOLE = Target("B6", "Memory of a worker, what it shares counted whole", "MB")
MEMORY_GROWTH = Target("B6", "Memory of a worker, growth after the first 1,000", "MB", 10, None, M)

LOAD_CHANGE = Target("B5", "50 users, a change every 3 s: a change", "ms", 50, 50, M)
LOAD_LOST = Target("B5", "50 users, a change every 3 s: changes without an answer", "changes", 0)
LOAD_MANY = Target("B5", "500 users, a change every 30 s: a change", "ms", 50, 50, M)
LOAD_MANY_LOST = Target("B5", "500 users, a change every 30 s: without an answer", "changes", 0)
LOAD_SUSTAINED = Target("B5", "Changes a second, as many as it can", "a second", least=200)

SAVE = Target("B7", "A cell of a university's placements saved", "ms", 50)
SAVE_SEEN = Target("B7", "A saved cell, until another browser shows it", "s", 5, 5)

IMPORT_MANY = Target("B8", "100,000 rows imported by command line", "s", 60)
PREVIEW_BESIDE = Target("B8", "5,000 rows previewed beside 20 readers", "s", 10)
COMMIT_BESIDE = Target("B8", "5,000 rows committed beside 20 readers", "s", 5)
IMPORT_PREVIEW = Target("B8", "5,000 rows previewed by command line", "s", 10)
IMPORT_COMMIT = Target("B8", "5,000 rows imported by command line", "s", 5)

START = Target("B9", "From `make run` to the first page", "s", 3)

SHORTFALL_YEAR = Target("B10", "Unmatched shortfall of one year, cold", "ms", 200, None, M)
SHORTFALL_ALL = Target("B10", "Unmatched shortfall of everything, cold", "ms", 1000, None, M)

REPORT_SLIDES = Target("B11", "One partnership's pack as slides", "s", 5)
REPORT_WORKBOOK = Target("B11", "One partnership's figures as a workbook", "s", 5)
REPORT_PRINTED = Target("B11", "One partnership's pack as a PDF file", "s", 5)
REPORT_PROFILES = Target("B11", "Profiles of 30 partners as a PDF file", "s", 60)

GRID_USABLE = Target("B12", "Grid of 5,000 rows, until it can be used", "s", 2)
GRID_BYTES = Target("B12", "Grid of 5,000 rows, compressed answer", "KB")
GRID_TASK = Target("B12", "Scrolled from top to bottom, longest task", "ms", 200, 200)
GRID_FRAME = Target("B12", "Scrolled from top to bottom, 19 of 20 frames within", "ms", 50)
GRID_KEY = Target("B12", "A key in a cell, until its letter is seen", "ms", 50, 100)
GRID_SAVED = Target("B12", "A cell changed, until it is said to be saved", "s", 1, 1)
GRID_ANSWER = Target("B12", "A cell changed, compressed answer", "KB", 2, 2)
GRID_UNDONE = Target("B12", "Ctrl+Z, until it is said to be undone", "s", 1, 1)
GRID_SORTED = Target("B12", "Sorted by another column, until it is seen", "ms", 200, 300)
GRID_FILTERED = Target("B12", "Filtered by a text, until it is seen", "ms", 200, 300)
