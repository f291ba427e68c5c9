"""Draws by lot that depend on their key alone.

Each draw is worked out from what it is about, not from the draws before it. A partner added or a
draw left out therefore changes no other row, and every version of Python draws the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import TypeVar

SEED = "teaching partnership samples, 2026"
STEPS = 2**32

Choice = TypeVar("Choice")


def lot(*key: object) -> float:
    """Return a number from 0 up to, not including, 1."""
    text = "|".join(map(str, (SEED, *key)))
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest()) / STEPS


def chance(share: float, *key: object) -> bool:
    """Return true in a share of the keys."""
    return lot(*key) < share


def between(low: int, high: int, *key: object) -> int:
    """Return a whole number from ``low`` to ``high``, both included."""
    return low + int(lot(*key) * (high - low + 1))


def one_of(options: Sequence[Choice], *key: object) -> Choice:
    """Return one of the options, each as likely as the others."""
    return options[between(0, len(options) - 1, *key)]


def weighted(options: Mapping[Choice, int], *key: object) -> Choice:
    """Return one of the options, as likely as its weight says."""
    left = lot(*key) * sum(options.values())
    for option, weight in options.items():
        left -= weight
        if left < 0:
            return option
    return next(reversed(list(options)))


def day_between(first: date, last: date, *key: object) -> date:
    """Return a day from ``first`` to ``last``, both included."""
    return first + timedelta(days=between(0, (last - first).days, *key))
