"""Tries at length what the dashboard promises: load, faults, clocks and recovery.

Run it with `make soak`, or `python -m tests.soak`; see docs/reliability.md.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from time import perf_counter
from typing import Final

from tests.soak import flood, readers, report, slow_query, uploading
from tests.soak.figures import Figure
from tests.soak.world import WORLDS, World

# What is tried on each database, by the promises that it is about, and its part of the time.
UNDER_LOAD: Final = {
    "L1": (readers, 5.0),
    "L3": (uploading, 0.5),
    "L5": (slow_query, 0.5),
    "L6": (flood, 0.5),
}


def main() -> int:
    """Try what is asked for, and return the exit status."""
    asked = _asked()
    found: list[Figure] = []
    problems: list[str] = []
    for kind in asked.databases:
        with ExitStack() as stack:
            world = stack.enter_context(WORLDS[kind]())
            for name in asked.only:
                module, part = UNDER_LOAD[name]
                found += _tried(name, world, module, asked.seconds * part, problems)
    broken = [one for one in found if not one.kept]
    print(*problems, sep="\n")
    return 1 if broken or problems else 0


def _tried(name, world: World, module, seconds: float, problems: list[str]) -> Iterator[Figure]:
    """Give the figures of one thing that is tried; what goes wrong is named, and others go on."""
    began = perf_counter()
    try:
        for figure in module.measure(world, seconds):
            print(
                f"  {'kept  ' if figure.kept else 'BROKEN'} {figure.name}: {figure.value:.3g} of {figure.most:g} {figure.unit} ({figure.runs})",
                flush=True,
            )
            yield figure
    except Exception as error:
        problems.append(f"{name} on {world.kind}: {type(error).__name__}: {error}")
        raise
    print(f"{name} on {world.kind}: {perf_counter() - began:.0f} s", flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--only", type=lambda text: text.split(","), default=tuple(UNDER_LOAD))
    parser.add_argument("--databases", type=lambda text: text.split(","), default=tuple(WORLDS))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
