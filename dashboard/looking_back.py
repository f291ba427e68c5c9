"""Which figures of a page have changed since somebody's last visit, and by whose doing."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from dashboard import formatting, sentences, units, wording
from dashboard.changed import Called, done, is_told
from dashboard.indicators import INDICATORS
from dashboard.indicators.parts import Figure
from data.changes.last_looks import Seen
from data.news import Happening
from data.returns.sheets import SHEETS

# So many are named for one figure; the page of all changes has the others.
NAMED: Final = 3


@dataclass(frozen=True)
class Shown:
    """What a page shows, whoever looks.

    Attributes:
        address: Its path and query.
        partnerships: Codes of those on view; none means all of them.
        version: Which state of the data it shows.
        sequence: The last entry of the history that it knows of.
        figures: Its headlines, by the ids of their indicators.
        called: Names for codes.
    """

    address: str
    partnerships: Sequence[str]
    version: int
    sequence: int
    figures: Mapping[str, Figure]
    called: Called


@dataclass(frozen=True)
class Change:
    """A figure that has changed.

    Attributes:
        name: What it is called.
        was: As it read.
        now: As it reads.
        causes: Whose rows changed behind it, in words; the latest first.
        more: How many organisations more.
    """

    name: str
    was: str
    now: str
    causes: Sequence[str]
    more: int


@dataclass(frozen=True)
class Since:
    """What has changed since somebody's last visit.

    Attributes:
        at: When that was, in UTC; nothing for a first visit.
        changes: The figures that have changed.
    """

    at: datetime | None
    changes: Sequence[Change] = ()


def kept(figures: Mapping[str, Figure]) -> dict[str, Any]:
    """Return what is kept of figures to compare them with later ones."""
    return {
        key: {"value": figure.value, "status": figure.status, "note": figure.note}
        for key, figure in figures.items()
    }


def since(before: Seen | None, shown: Shown, find: Callable[[Seen], Sequence[Happening]]) -> Since:
    """Return what has changed.

    Args:
        before: What was seen at the end of the visit before.
        shown: What the page shows now.
        find: Returns what happened in between, the latest first; it is asked only where a figure
            has changed, for the history may be long.
    """
    if before is None:
        return Since(None)
    changed = [
        (key, was, figure)
        for key, figure in shown.figures.items()
        if (was := _read(before.figures.get(key), figure))
        and _written(key, was) != _written(key, figure)
    ]
    found = find(before) if changed else ()
    return Since(before.at, [_change(*each, found, shown.called) for each in changed])


def _read(kept_figure: Any, figure: Figure) -> Figure | None:
    return replace(figure, **kept_figure) if kept_figure else None


def _written(key: str, figure: Figure) -> str:
    return units.written(figure, INDICATORS[key].unit)


def _change(
    key: str, was: Figure, figure: Figure, found: Iterable[Happening], called: Called
) -> Change:
    sheets = INDICATORS[key].sheets
    # Whether a return is in decides whether there is a number at all.
    steps = None in (figure.value, was.value)
    behind: dict[str, list[Happening]] = {}
    for one in found:
        if one.sheet in sheets or (steps and not one.sheet and is_told(one)):
            behind.setdefault(one.owner, []).append(one)
    causes = [_cause(several, called) for several in behind.values()]
    return Change(
        name=INDICATORS[key].name,
        was=_written(key, was),
        now=_written(key, figure),
        causes=causes[:NAMED],
        more=max(len(causes) - NAMED, 0),
    )


def _cause(several: Sequence[Happening], called: Called) -> str:
    """Return what one organisation did, in words; no value of any row."""
    rows = [one for one in several if one.sheet]
    counts = Counter(added=sum(one.added for one in rows), changed=sum(one.changed for one in rows))
    titles = dict.fromkeys(SHEETS[one.sheet].title.lower() for one in rows)
    parts = [f"{done(counts)} ({sentences.listed(list(titles))})"] if rows else []
    parts += [
        f"return of {one.quarter} {wording.RETURN_STATES[one.state].lower()}"
        for one in several
        if not one.sheet
    ]
    day = formatting.day(formatting.in_london(several[0].at))
    return f"{called.place(several[0])[1]}: {sentences.listed(parts)}, {day}"
