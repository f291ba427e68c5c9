"""B4, and B7 in part: how cost grows with the rows stored."""

from collections.abc import Iterable
from itertools import pairwise

from tests.bench import report, targets
from tests.bench.targets import SIZES, Result

ROWS = {
    targets.SERVER_WARM: targets.GROWTH_WARM,
    targets.SERVER_WRITTEN: targets.GROWTH_WRITTEN,
    targets.SERVER_NEW: targets.GROWTH_NEW,
}
HEADINGS = ("Milliseconds", *SIZES, "M against S", "L against M")


def rows(results: Iterable[Result]) -> list[Result]:
    """Return a row for each thing of B3 that was measured at both sizes."""
    found = {(result.target, result.size): result for result in results}
    grown = []
    for measured, growth in ROWS.items():
        before, after = found.get((measured, "M")), found.get((measured, "L"))
        if before and after:
            sql = after.sql / before.sql if after.sql and before.sql else None
            grown.append(Result(growth, "L", after.median / before.median, sql=sql))
    return grown


def table(results: Iterable[Result]) -> str:
    """Return what a change and a save take at each size, and how many times what at the last."""
    found = {(result.target, result.size): result.median for result in results}
    lines: list[tuple[str, ...]] = [HEADINGS]
    for target in (*ROWS, targets.SAVE):
        took = [found.get((target, size)) for size in SIZES]
        grown = [
            f"{report.number(after / before)} times" if before and after else ""
            for before, after in pairwise(took)
        ]
        lines.append((target.what, *(report.number(one) if one else "" for one in took), *grown))
    return report.table(lines)
