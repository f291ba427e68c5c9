"""Measures the dashboard beside what it is compared with; see docs/performance.md.

Run it with `make bench`, or `python -m tests.bench`.
"""

import argparse
import sys
from collections.abc import Iterator
from time import perf_counter

from tests.bench import (
    cold_load,
    databases,
    filter_change,
    grid,
    growth,
    importing,
    load,
    machine,
    memory,
    page,
    pages,
    picture,
    report,
    reports,
    saving,
    server_time,
    shortfall,
    start,
)
from tests.bench.asking import SETTLED
from tests.bench.targets import SIZES, Result
from tests.support.arguments import listed

# In the order of the table. Each says for which sizes it is measured.
MEASUREMENTS = {
    "B1": cold_load,
    "B2": filter_change,
    "B3": server_time,
    "B5": load,
    "B6": memory,
    "B7": saving,
    "B8": importing,
    "B9": start,
    "B10": shortfall,
    "B11": reports,
    "B12": grid,
    "pages": pages,
}

MINUTE = 60


def main() -> int:
    """Measure what is asked for, print the table, keep a whole run; return the exit status."""
    asked = _asked()
    began, load = perf_counter(), machine.load()
    results: list[Result] = []
    failures: list[str] = []
    for size in asked.sizes:
        for name in asked.only:
            if size in MEASUREMENTS[name].SIZES:
                results += _measured(name, size, failures)
        SETTLED.end()
    results += growth.rows(results)
    results.sort(key=lambda result: int(result.target.id.removeprefix("B")))
    print(f"\n{report.tables(results)}\n", *report.missed(results), *failures, sep="\n")
    print(f"\nLoad averages before: {load}; after: {machine.load()}.")
    if asked.sizes == SIZES and asked.only == tuple(MEASUREMENTS) and not failures:
        page.keep(results, load, round((perf_counter() - began) / MINUTE))
        picture.draw(results)
    return 1 if failures else 0


def _measured(name: str, size: str, failures: list[str]) -> Iterator[Result]:
    """Give the rows of one measurement; one that fails is named, and the others still run."""
    began = perf_counter()
    try:
        for result in MEASUREMENTS[name].measure(databases.made(size), size):
            print(f"  {report.line(result)}", flush=True)
            yield result
    except Exception as error:
        failures.append(f"{name} at {size}: {type(error).__name__}: {error}")
        print(failures[-1], file=sys.stderr, flush=True)
        # Whatever it left behind is no part of what comes next.
        SETTLED.end()
    print(f"{name} at {size}: {perf_counter() - began:.0f} s", flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=listed(SIZES), default=SIZES, help="such as S,M")
    parser.add_argument(
        "--only", type=listed(tuple(MEASUREMENTS)), default=tuple(MEASUREMENTS), help="as B2,B3"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
