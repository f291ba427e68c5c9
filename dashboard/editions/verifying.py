"""Whether editions are what they were when they were made, and what is not."""

from collections.abc import Iterator
from math import isclose
from typing import Any, Final, NamedTuple

from dashboard.editions import figures
from dashboard.editions.cuts import By
from dashboard.editions.figures import KEPT, Kept
from dashboard.editions.making import worked_out
from dashboard.indicators import INDICATORS
from data.editions.edition import Edition, contents
from data.editions.faults import of_record, of_rows
from data.editions.frozen import DamagedError, digest, tables, unpacked
from data.reader import Snapshot
from data.selection import Selection

# Databases may add fractions up in another order; a figure differs by more.
CLOSE: Final = 1e-9


class Fault(NamedTuple):
    """Something that is not as it was.

    Attributes:
        number: Of the edition.
        words: What it is, in a sentence.
    """

    number: int
    words: str


def faults(snapshot: Snapshot, edition: Edition, before: Edition | None) -> Iterator[Fault]:
    """Yield what is not as it was when an edition was made.

    Args:
        snapshot: The state of the database.
        edition: The edition.
        before: The one before it.
    """
    rows, kept = contents(snapshot, edition.number)
    damaged = [*of_rows(edition, rows)]
    found = [*of_record(snapshot, edition, before), *damaged, *of_figures(edition, kept)]
    if not damaged:
        found += worked_out_anew(edition, rows, kept)
    for words in found:
        yield Fault(edition.number, words)


def of_figures(edition: Edition, kept: bytes) -> Iterator[str]:
    """Yield what is not as it was in the figures that were kept, as sentences."""
    try:
        intact = digest(unpacked(kept)) == edition.figures_sha256
    except DamagedError:
        intact = False
    if not intact:
        yield "The figures are not those that were kept: their checksum differs."


def worked_out_anew(edition: Edition, rows: bytes, kept: bytes) -> Iterator[str]:
    """Yield each figure that is another one when it is worked out from the rows, as sentences."""
    selection = Selection(edition.as_at, partnerships=edition.partnerships)
    try:
        then = figures.read(unpacked(kept))
    except (DamagedError, ValueError):
        return
    yield from differences(then, figures.read(worked_out(tables(rows), selection)))


def differences(then: Kept, now: Kept) -> Iterator[str]:
    """Yield each figure that was kept and is another one when it is worked out from the rows."""
    for (indicator, by), groups in then.items():
        if indicator not in INDICATORS:
            yield f"{indicator} is no longer known, so that its figures can't be worked out."
            continue
        anew = now.get((indicator, by), {})
        for key in groups.keys() | anew.keys():
            if difference := _difference(groups.get(key), anew.get(key)):
                yield f"{_called(indicator, by, key)}: {difference}."


def _difference(then: Any, now: Any) -> str:
    if then is None or now is None:
        return "there is no such figure" if now is None else "no such figure was kept"
    for name, was, reads in zip(KEPT, then, now, strict=True):
        if not _same(was, reads):
            return f"{name} {was} was kept, {reads} is worked out from the rows"
    return ""


def _same(was: Any, reads: Any) -> bool:
    if isinstance(was, float) and isinstance(reads, int | float):
        return isclose(was, reads, rel_tol=CLOSE, abs_tol=CLOSE)
    return bool(was == reads)


def _called(indicator: str, by: By, key: tuple[str | None, ...]) -> str:
    group = ", ".join(f"{name} {part or 'not known'}" for name, part in zip(by, key, strict=True))
    return f"{indicator} by {group}" if by else indicator
