"""Keep a serving process small."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

MEGABYTE: Final = 1024 * 1024
# What the GNU C library lets one choose, by its numbers: how many regions threads take memory
# from, and from what size on an array is given back as soon as it is no longer used.
REGIONS: Final = (-8, 2)
GIVEN_BACK: Final = (-3, 8 * MEGABYTE)
# How many new things there may be before they are looked through for waste: a page of a whole
# country makes some hundred thousand, and few of them are waste.
YOUNG: Final = 20_000


def share() -> None:
    """Have threads take memory from few regions, and give back each large array by itself.

    Each of eight threads would keep leftovers of its own, and arrays between what stays would
    leave holes.
    """
    for choice in (REGIONS, GIVEN_BACK):
        _of_the_system("mallopt", *choice)


@contextmanager
def lasting() -> Iterator[None]:
    """Load what has come to stay, which is nearly all code, without looking through it for waste.

    To look would take a tenth of a start, and what is looked through is written to, so that
    processes would share it no longer. Afterwards it is looked for less often than Python does,
    which took some ten milliseconds of what a page of a whole country takes.
    """
    gc.disable()
    try:
        yield
    finally:
        _keep()
        gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
        gc.enable()


def settle() -> None:
    """Give back what is no longer used, and look no more through what has come to stay."""
    gc.collect()
    _keep()


def _keep() -> None:
    gc.freeze()
    _of_the_system("malloc_trim", 0)


def _of_the_system(name: str, *numbers: int) -> None:
    """Ask the C library for something that only some systems know; elsewhere nothing happens."""
    try:
        function: Any = getattr(ctypes.CDLL(None), name)
    except (AttributeError, OSError, TypeError):
        return
    function(*numbers)
