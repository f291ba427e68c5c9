"""Draws by lot, many at a time, that depend on the seed and on what they are about alone."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]
Texts = npt.NDArray[np.object_]


class RandomDraws:
    """One stream of draws.

    What a partnership's offers draw leaves its educators alone: each topic has a stream of its
    own. Only the generator's plain numbers are used, which numpy keeps the same from version to
    version; the methods below make of them whatever is needed.
    """

    def __init__(self, seed: int, *about: str) -> None:
        """Begin the stream of a seed and a topic."""
        digest = blake2b("|".join((str(seed), *about)).encode(), digest_size=16).digest()
        self._stream = np.random.Generator(np.random.PCG64(int.from_bytes(digest)))

    def numbers(self, count: int) -> Numbers:
        """Return numbers from 0 up to, not including, 1."""
        return self._stream.random(count)

    def chance(self, share: float, count: int) -> Mask:
        """Return true in about a share of the draws."""
        return self.numbers(count) < share

    def whole(self, low: Any, high: Any, count: int) -> Whole:
        """Return whole numbers from ``low`` to ``high``, both included; each may be an array."""
        span = np.asarray(high) - low + 1
        return np.asarray(low + np.floor(self.numbers(count) * span), dtype=np.int64)

    def place(self, weights: Any, count: int) -> Whole:
        """Return places in a list of weights, each as likely as its weight says."""
        heights = np.cumsum(np.asarray(weights, dtype=np.float64))
        found = np.searchsorted(heights, self.numbers(count) * heights[-1], side="right")
        return np.asarray(np.minimum(found, len(heights) - 1), dtype=np.int64)

    def one_of(self, options: Mapping[Any, float] | tuple[Any, ...], count: int) -> Texts:
        """Return options, each as likely as its weight says; of a tuple, all alike."""
        weights = options if isinstance(options, Mapping) else dict.fromkeys(options, 1)
        return listed(weights)[self.place(list(weights.values()), count)]


def listed(options: Any) -> Texts:
    """Return options as an array of objects, whatever they are."""
    found = list(options)
    texts = np.empty(len(found), dtype=object)
    texts[:] = found
    return texts
