"""B4: how many times longer the largest database takes than all of England."""

from collections.abc import Iterable

from tests.bench import targets
from tests.bench.targets import Result

ROWS = {
    targets.SERVER_WARM: targets.GROWTH_WARM,
    targets.SERVER_WRITTEN: targets.GROWTH_WRITTEN,
    targets.SERVER_NEW: targets.GROWTH_NEW,
}


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
