"""How many students each turn adds to the largest matching, found with few matchings."""

import numpy as np

from dashboard.indicators.flow import Network, Whole


def placed(network: Network, wanted: Whole, most: Whole) -> Whole:
    """Return how many the turns before each can place at most, by block.

    A stretch of turns that places all its students, or none, needs no matching within it.

    Args:
        network: Students and places of the blocks.
        wanted: How many students the turns before each have, by block; last, how many all have.
        most: How many of all can be placed, by block.
    """
    blocks, ends = wanted.shape
    found = np.zeros_like(wanted)
    found[:, -1] = most
    stretches = [(block, 0, ends - 1) for block in range(blocks)]
    while stretches:
        last = np.zeros(blocks, dtype=np.int32)
        waiting: list[tuple[int, int, int]] = []
        for block, start, end in stretches:
            asked = wanted[block, start : end + 1] - wanted[block, start]
            added = int(found[block, end] - found[block, start])
            middle = start + _where_to_part(asked, added)
            if middle == start:
                found[block, start : end + 1] = found[block, start] + np.minimum(asked, added)
            elif last[block]:
                waiting.append((block, start, end))
            else:
                last[block] = middle
                waiting += [(block, start, middle), (block, middle, end)]
        if last.any():
            known = network.placed(last)
            parted = last.nonzero()[0]
            found[parted, last[parted]] = known[parted]
        stretches = waiting
    return found


def _where_to_part(wanted: Whole, added: int) -> int:
    """Return after which turn to part a stretch; nought where nothing in it is open.

    Args:
        wanted: Students of the turns before each, from the beginning of the stretch.
        added: How many of the stretch's students can be placed.
    """
    if added in (0, wanted[-1]):
        return 0
    steps = np.flatnonzero(wanted[1:] != wanted[:-1]) + 1
    if len(steps) == 1:
        return 0
    # Most often the first turns place everybody, for as long as there are places.
    full = int(np.searchsorted(wanted[steps], added, side="right"))
    return int(steps[max(full - 1, 0)])
