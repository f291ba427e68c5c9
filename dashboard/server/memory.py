"""Keep a serving process small."""

import ctypes
import gc
from typing import Any, Final

# Of the GNU C library: how many regions threads take memory from, by its number there.
ARENAS: Final = -8
FEW: Final = 2


def share() -> None:
    """Have threads take memory from few regions: each of eight would keep its own leftovers."""
    _of_the_system("mallopt", ARENAS, FEW)


def settle() -> None:
    """Give back what is no longer used, and look no more through what has come to stay."""
    gc.collect()
    gc.freeze()
    _of_the_system("malloc_trim", 0)


def _of_the_system(name: str, *numbers: int) -> None:
    """Ask the C library for something that only some systems know; elsewhere nothing happens."""
    try:
        function: Any = getattr(ctypes.CDLL(None), name)
    except (AttributeError, OSError, TypeError):
        return
    function(*numbers)
