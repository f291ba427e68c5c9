"""Tries at length what the dashboard promises: load, faults, clocks and recovery.

Run it with `make soak`, or `python -m tests.soak`; see docs/reliability.md.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter
from typing import Final

from tests.bench import machine
from tests.soak import (
    flood,
    page,
    readers,
    report,
    secrets,
    slow_bodies,
    slow_query,
    suites,
    uploading,
)
from tests.soak.figures import Figure
from tests.soak.world import WORLDS
from tests.support.arguments import listed

# What is tried on each database. The last one looks at what all others left behind.
UNDER_LOAD: Final = {
    "L1": readers,
    "L3": uploading,
    "L5": slow_query,
    "L6": flood,
    "I2": slow_bodies,
    "A11": secrets,
}
# What is tried whatever the database.
SUITES: Final = {"F": suites.measure, "F8": suites.clocks}
EVERYTHING: Final = (*UNDER_LOAD, *SUITES)


def main() -> int:
    """Try what is asked for, and return the exit status."""
    asked = _asked()
    before, problems = machine.load(), []
    found = [*_under_load(asked, problems), *_suites(asked, problems)]
    broken = [one for one in found if not one.kept]
    counted = f"\n{len(found)} figures, {len(broken)} of them broken."
    print(counted, *map(report.line, broken), *problems, sep="\n")
    if asked.write and not problems:
        page.written(found, asked.seconds * readers.ALONE, before)
    return 1 if broken or problems else 0


def _under_load(asked: argparse.Namespace, problems: list[str]) -> Iterator[Figure]:
    names = [name for name in UNDER_LOAD if name in asked.only]
    for kind in asked.databases if names else ():
        with WORLDS[kind]() as world:
            for name in names:
                seconds = asked.seconds if name == "L1" else asked.seconds / 10
                measure = UNDER_LOAD[name].measure
                tried = f"{name} on {kind}"
                yield from _tried(tried, lambda: measure(world, seconds), problems)  # noqa: B023


def _suites(asked: argparse.Namespace, problems: list[str]) -> Iterator[Figure]:
    for name in SUITES:
        if name in asked.only:
            yield from _tried(name, SUITES[name], problems)


def _tried(
    name: str, measure: Callable[[], Iterator[Figure]], problems: list[str]
) -> Iterator[Figure]:
    """Give the figures of one thing; what goes wrong is named, and others are still tried."""
    began, kept = perf_counter(), page.ratchet()
    try:
        for found in measure():
            figure = replace(found, ratchet=kept.get(found.name, found.most))
            print(f"  {report.line(figure)}", flush=True)
            yield figure
    except Exception as error:
        problems.append(f"{name}: {type(error).__name__}: {error}")
        print(f"  {problems[-1]}", flush=True)
    print(f"{name}: {perf_counter() - began:.0f} s", flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=300, help="for readers and writers; a tenth for others"
    )
    parser.add_argument("--only", type=listed(EVERYTHING), default=EVERYTHING, help="as L1,F8")
    parser.add_argument("--databases", type=listed(tuple(WORLDS)), default=tuple(WORLDS))
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
