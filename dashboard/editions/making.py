"""From what somebody wants to an edition: looked at first, then made."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from dashboard.editions import figures
from dashboard.editions.changes import Change, changed, totals
from dashboard.editions.defaults import chosen, completed
from dashboard.editions.request import EditionRequest, Tell, untold
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators import INDICATORS
from dashboard.indicators.measured import measured
from data.cells.store import Store
from data.changes.author import Author
from data.changes.editions import Contents, keep, refuse
from data.changes.meetings import ChangedError
from data.definitions import Definition
from data.editions.edition import contents, one
from data.editions.frozen import Frozen, packed, taken, unpacked
from data.editions.gaps import gaps
from data.editions.memory import FrozenReader
from data.editions.since import moved
from data.editions.wanted import Wanted
from data.engine import Engine
from data.people.person import Person
from data.queries import choices
from data.reader import Reader, Snapshot
from data.returns.problems import RefusedError
from data.selection import Selection
from data.workbench import Workbench


@dataclass(frozen=True)
class Preview:
    """What an edition would be, before it is made.

    Attributes:
        data_version: Of which state of the data.
        gaps: What is missing or unsigned.
        wanted: What was asked for, with what the definition says where nothing was said.
        definition: How its packs would be put together.
        changes: Of a revision, which totals are others than in the edition it would replace.
    """

    data_version: int
    gaps: Mapping[str, Any]
    wanted: Wanted
    definition: Definition
    changes: tuple[Change, ...] = ()


def not_to_come(day: date, today: date) -> date:
    """Return the day that an edition is to be of.

    Raises:
        RefusedError: It is still to come.
    """
    if day > today:
        raise RefusedError("That day is still to come.", "Choose today or an earlier day.")
    return day


def selected(wanted: Wanted) -> Selection:
    """Return the filters of an edition: its partnerships and its day."""
    return Selection(wanted.as_at, partnerships=wanted.partnerships)


def look(at: Standpoint, author: Author, wanted: Wanted) -> Preview:
    """Return what an edition would be.

    Args:
        at: The data as they are, as the author reads them.
        author: Who wants it.
        wanted: What they want.

    Raises:
        DeniedError: They may not make it, or read the edition that it revises.
        RefusedError: Something is missing, too long or at odds.
    """
    with at.store.snapshot() as snapshot:
        definition = chosen(snapshot, author, wanted)
        wanted = completed(snapshot, wanted, definition)
        refuse(author, wanted)
        _refuse_unknown(snapshot, wanted)
        before = _revised(snapshot, author.person, wanted)
        now = totals(at.bench(snapshot), selected(wanted)) if before else {}
        return Preview(
            snapshot.version.number,
            gaps(snapshot, wanted.partnerships, wanted.as_at),
            wanted,
            definition,
            tuple(changed(before, now)),
        )


def make(engine: Engine, author: Author, wanted: Wanted, request: EditionRequest) -> int:
    """Make an edition and return its number.

    Args:
        engine: Of the data.
        author: Who makes it.
        wanted: What they want.
        request: How they ask for it.

    Raises:
        ChangedError: Its data are in another state than was looked at; nothing was kept.
        DeniedError: They may not make it.
        RefusedError: Something is missing, too long or at odds.
    """
    request.tell("rows", 0, 0)
    with Reader(engine).snapshot() as snapshot:
        wanted = completed(snapshot, wanted, chosen(snapshot, author, wanted))
        refuse(author, wanted)
        number = snapshot.version.number
        if request.seen is not None and moved(snapshot, request.seen, wanted.partnerships):
            raise ChangedError
        _refuse_unknown(snapshot, wanted)
        rows = taken(snapshot, wanted.partnerships, wanted.report)
        stated = gaps(snapshot, wanted.partnerships, wanted.as_at)
    kept, tables, rows_sha256 = packed(rows)
    request.tell("figures", 0, 0)
    found = Contents(
        data_version=number,
        rows=kept,
        tables=tables,
        rows_sha256=rows_sha256,
        figures=worked_out(rows, selected(wanted)),
        gaps=stated,
        protection=planned(rows, wanted, request.tell),
    )
    request.tell("keeping", 0, 0)
    return keep(engine, author, wanted, found, request.once)


def worked_out(rows: Iterable[Frozen], selection: Selection) -> bytes:
    """Return the figures of every listed cut, from the rows of an edition alone."""
    with _bench(rows) as bench:
        return figures.worked_out(bench, selection)


def planned(rows: Iterable[Frozen], wanted: Wanted, tell: Tell = untold) -> str | None:
    """Return how an edition's figures are protected, as text; nothing where they are exact."""
    if wanted.disclosure == "exact":
        return None
    # What solves it is large, and wanted only when an edition is made.
    from dashboard.disclosure.plan import plan  # noqa: PLC0415

    with _bench(rows) as bench:
        found = plan(bench, selected(wanted), wanted.disclosure, tell=partial(tell, "protection"))
        return found.to_json()


@contextmanager
def _bench(rows: Iterable[Frozen]) -> Iterator[Workbench]:
    store = Store(FrozenReader(rows), measured(INDICATORS.values()))
    with store.snapshot() as snapshot:
        yield Workbench(snapshot, store)


def _refuse_unknown(snapshot: Snapshot, wanted: Wanted) -> None:
    known = {row.code for row in snapshot.rows(choices.partnerships())}
    if unknown := sorted(set(wanted.partnerships) - known):
        raise RefusedError(
            f"There is no partnership {', '.join(unknown)}.", "Name it by the code it has here."
        )


def _revised(snapshot: Snapshot, person: Person, wanted: Wanted) -> figures.Totals:
    """Return the totals of the edition that is to be revised; none where none is."""
    found = one(snapshot, person, wanted.revises) if wanted.revises else None
    if found is None:
        return {}
    _, kept = contents(snapshot, found.number)
    return figures.totals(figures.read(unpacked(kept)))
