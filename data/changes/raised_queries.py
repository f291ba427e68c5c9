"""Ask stored rows the queries: all of some partnerships, or those that a change can concern."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection

from data.changes import affected_rows
from data.changes.affected_rows import Rows
from data.changes.query_facts import around, facts
from data.returns.queries import QUERIES
from data.returns.queries.query import Fact, Facts, Mark, Query
from data.returns.sheets import SHEETS


@dataclass(frozen=True)
class Raised:
    """A query that a row raises.

    Attributes:
        query: Which one.
        row: The stored row.
        problem: What is unlikely, in words.
    """

    query: Query
    row: Fact
    problem: str

    @property
    def value(self) -> object:
        """What stands in the cell: money in pounds, as it came."""
        value = self.row[self.query.column]
        money = SHEETS[self.query.sheet].column(self.query.column).kind == "money"
        return f"{value / 100:.2f}" if money and value is not None else value

    @property
    def mark(self) -> Mark:
        """What tells it apart from others."""
        return self.query.mark(self.row)


class Touched(NamedTuple):
    """A row that a change concerns.

    Attributes:
        sheet: Its sheet.
        identity: Partnership, owner and key, which no change alters.
        former: The row as it was stored; nothing for a new one.
    """

    sheet: str
    identity: tuple[Any, ...]
    former: Fact | None


def of_row(sheet: str, former: Fact) -> Touched:
    """Return a stored row, as one that a change concerns."""
    key = ("partnership", "owner", *SHEETS[sheet].key)
    return Touched(sheet, tuple(former[name] for name in key), former)


class Answers(NamedTuple):
    """What queries said of a change.

    Attributes:
        raised: The queries that are raised.
        asked: What was asked: a mark of this kind stays only if it is raised.
        kept: Queries whose answers stay, by mark, each with its row.
        touched: Sheet and id of rows of which every other mark goes.
    """

    raised: list[Raised]
    asked: set[Mark]
    kept: dict[Mark, tuple[Query, Fact]]
    touched: set[tuple[str, int]]


def in_partnerships(
    connection: Connection, partnerships: Sequence[str], today: date
) -> list[Raised]:
    """Return what every row of some partnerships raises."""
    known = facts(connection, partnerships, today)
    return [one for query in QUERIES for one in _raised(query, known.rows[query.sheet], known)]


def of_changes(connection: Connection, touched: Sequence[Touched], today: date) -> Answers:
    """Return what touched rows raise, and rows beside them whose answers may have changed."""
    now = _now(connection, touched)
    formers = [(one.sheet, one.former) for one in touched if one.former]
    changed: Rows = defaultdict(list, {sheet: list(rows) for sheet, rows in now.items()})
    for sheet, former in formers:
        changed[sheet].append(former)
    known = around(connection, today)
    raised: list[Raised] = []
    asked: set[Mark] = set()
    kept: dict[Mark, tuple[Query, Fact]] = {}
    for beside, find in affected_rows.AFFECTED.items():
        rows, looked_at, still = find(connection, changed, now)
        seen = Facts(looked_at, known)
        for query in (query for query in QUERIES if query.beside is beside):
            of_sheet = rows.get(query.sheet, ())
            raised += _raised(query, of_sheet, seen)
            asked |= {query.mark(row) for row in of_sheet}
            kept |= {query.mark(row): (query, row) for row in still.get(query.sheet, ())}
    unasked = {mark: one for mark, one in kept.items() if mark not in asked}
    return Answers(raised, asked, unasked, {(sheet, former["id"]) for sheet, former in formers})


def _now(connection: Connection, touched: Iterable[Touched]) -> Rows:
    """Return the touched rows as they are, of those that stand."""
    identities: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for one in touched:
        identities[one.sheet].add(one.identity)
    return {
        sheet: affected_rows.standing(
            connection, sheet, ("partnership", "owner", *SHEETS[sheet].key), keys
        )
        for sheet, keys in identities.items()
    }


def _raised(query: Query, rows: Iterable[Fact], known: Facts) -> Iterator[Raised]:
    for row in rows:
        problem = query.find(row, known)
        if problem:
            yield Raised(query, row, problem)
