"""What commands of the tests' own are told on the command line."""

import argparse
from collections.abc import Callable, Sequence


def listed(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """Return what reads names with commas between, in the order in which they are known."""

    def read(text: str) -> tuple[str, ...]:
        wanted = text.split(",")
        if unknown := set(wanted) - set(known):
            raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: not of {known}")
        return tuple(name for name in known if name in wanted)

    return read
