"""From a program's question to rows, all from one state of the data."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from dashboard.address_reader import AddressReader
from dashboard.api import asked, figures, tables
from dashboard.api.problems import unknown
from dashboard.api.tags import tag
from dashboard.editions.cache import EditionCache
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from data.access import demand_rows
from data.paged_rows import Wanted, page
from data.people.person import Person
from data.reader import Snapshot
from data.returns.sheets import SHEETS
from data.standing_rows import followed


@dataclass(frozen=True)
class Question:
    """What a program asks.

    Attributes:
        person: Whose rights count.
        search: The query string.
        form: The form in which it wants the answer.
        has: Returns whether it has the answer of a tag.
    """

    person: Person
    search: str
    form: str
    has: Callable[[str], bool]


@dataclass(frozen=True)
class Rows:
    """What there is to tell.

    Attributes:
        columns: Names of the columns, in their order.
        rows: Values by column.
        more: The ``id`` behind which there are more rows; nought where there are none.
    """

    columns: Sequence[str]
    rows: Sequence[dict[str, Any]]
    more: int = 0


@dataclass(frozen=True)
class Answer:
    """What a program is told.

    Attributes:
        tag: Stays the same as long as the answer does.
        rows: The rows; nothing where it has them already.
    """

    tag: str
    rows: Rows | None = None


# What tells a question from every other, and what makes its rows when they are wanted.
Named = tuple[tuple[Any, ...], Callable[[], Rows]]
Read = Callable[[Snapshot], Named]
Opened = Callable[[], AbstractContextManager[Snapshot]]


class Interface:
    """Answers programs."""

    def __init__(self, edition_cache: EditionCache, address_reader: AddressReader) -> None:
        """Keep what is needed to answer; read nothing yet.

        Args:
            edition_cache: Gives the data as they are, and editions of them.
            address_reader: Reads what addresses ask for.
        """
        self._edition_cache = edition_cache
        self._address_reader = address_reader

    def catalogue(self, question: Question) -> Answer:
        """Return every indicator.

        Raises:
            ProblemError: Something asked of it can't be.
        """
        asked.nothing(question.search)
        at = self._edition_cache.at("", question.person)

        def read(snapshot: Snapshot) -> Named:
            _, found = self._address_reader.read(snapshot, "", at)
            bench = at.bench(snapshot, cells=False)
            return (found.selection,), lambda: Rows(
                figures.CATALOGUE, figures.catalogue(bench, found.selection)
            )

        return _answer(question, at, at.reader.snapshot, read)

    def figures(self, question: Question, name: str) -> Answer:
        """Return the figures of one indicator.

        Raises:
            ProblemError: There is no such indicator, or something asked of it can't be.
        """
        if name not in INDICATORS:
            raise unknown("indicator", name, "Those there are are listed at /api/v1/indicators.")
        at = self._edition_cache.at(question.search, question.person)
        if at.waits:
            raise unknown("edition", "", "Whoever manages the partnership makes one.")

        def read(snapshot: Snapshot) -> Named:
            known, found = self._address_reader.read(snapshot, question.search, at)
            by = asked.dimensions(question.search, found, known)
            ask = Ask(INDICATORS[name], found.selection, by)
            bench = at.bench(snapshot)
            return (name, found.selection, by), lambda: Rows(
                figures.columns(by), figures.figures(bench, ask)
            )

        return _answer(question, at, at.store.snapshot, read)

    def rows(self, question: Question, name: str) -> Answer:
        """Return rows of one table.

        Raises:
            ProblemError: There is no such table, or something asked of it can't be.
            DeniedError: They read no rows.
        """
        person = question.person
        demand_rows(person)
        if name not in SHEETS:
            raise unknown("table", name, f"There are: {', '.join(SHEETS)}.")

        at = self._edition_cache.at("", person)

        def read(snapshot: Snapshot) -> Named:
            known, found = self._address_reader.read(snapshot, question.search, at)
            part = asked.part(question.search, found, known, followed(name))
            wanted = Wanted(name, found.selection, part.after, part.limit)
            return (wanted,), lambda: _rows(snapshot, person, wanted)

        return _answer(question, at, at.reader.snapshot, read)


def _answer(question: Question, at: Standpoint, opened: Opened, read: Read) -> Answer:
    # Whoever has the answer already need not wait for the cells, nor have it made.
    with at.reader.snapshot() as snapshot:
        known = _tag(snapshot, question, at, read(snapshot)[0])
    if question.has(known):
        return Answer(known)
    with opened() as snapshot:
        parts, make = read(snapshot)
        return Answer(_tag(snapshot, question, at, parts), make())


def _tag(snapshot: Snapshot, question: Question, at: Standpoint, parts: tuple[Any, ...]) -> str:
    edition = at.edition.record_sha256 if at.edition else ""
    return tag(snapshot.version, question.person, question.form, edition, *parts)


def _rows(snapshot: Snapshot, person: Person, wanted: Wanted) -> Rows:
    some = page(snapshot, person, wanted)
    sheet = SHEETS[wanted.sheet]
    rows = tables.rows(sheet, some)
    return Rows(tables.columns(sheet, some.columns), rows, rows[-1]["id"] if some.more else 0)
