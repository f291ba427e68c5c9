"""What a promise asks for in figures, and what was measured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf
from statistics import quantiles

from tests.support.user import Took

OK = frozenset({200, 303, 304})
SHOWN = 5


@dataclass(frozen=True)
class Figure:
    """One figure of a promise.

    Attributes:
        promise: The promise, as L1.
        what: What was measured, in words.
        database: Where: ``sqlite``, ``postgresql``, or nothing where it makes no difference.
        value: What was measured.
        most: The most that it may be.
        unit: Of both.
        runs: How many of what it was measured on.
        ratchet: The most that it may be after what was reached before.
    """

    promise: str
    what: str
    database: str
    value: float
    most: float
    unit: str = ""
    runs: int = 1
    ratchet: float = inf

    @property
    def kept(self) -> bool:
        """Whether the promise is kept, as far as this figure goes."""
        return self.value <= min(self.most, self.ratchet)

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return " ".join(filter(None, (self.promise, self.database, self.what)))


class Heard:
    """Collects what everybody's questions took; threads may tell it at once."""

    def __init__(self) -> None:
        self.all: list[Took] = []

    def __call__(self, took: Took) -> None:
        self.all.append(took)

    def of(self, kinds: Iterable[str], since: float = 0) -> list[Took]:
        """Return the questions of some kinds that were asked since a moment."""
        wanted = frozenset(kinds)
        return [one for one in list(self.all) if one.what in wanted and one.at >= since]


def percentile(tooks: Sequence[Took], share: float) -> float:
    """Return the seconds within which so many of a hundred were answered."""
    if len(tooks) < 2:
        raise RuntimeError(f"only {len(tooks)} questions were asked")
    hundredths = quantiles((one.seconds for one in tooks), n=100, method="inclusive")
    return hundredths[int(share) - 1]


def failed(tooks: Iterable[Took]) -> list[Took]:
    """Return those that were not answered as they should be."""
    return [one for one in tooks if one.status not in OK]


def faults(promise: str, database: str, tooks: Sequence[Took]) -> Figure:
    """Return how many questions were not answered as they should be; they are named."""
    wrong = failed(tooks)
    show(f"{one.what}: {one.status or one.why} after {one.seconds:.2f} s" for one in wrong)
    return Figure(promise, "questions that failed", database, len(wrong), 0, runs=len(tooks))


def show(texts: Iterable[str]) -> None:
    """Print the first few things that are wrong, for whoever looks into it."""
    for text in islice(texts, SHOWN):
        print(f"    {text[:200]!r}", flush=True)
