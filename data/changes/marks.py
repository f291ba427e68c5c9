"""Mark stored rows with their queries: raise new ones, keep those with a reason, clear the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from data import thresholds
from data.changes.author import Author
from data.partners import Kin
from data.places import lasting
from data.queries import places
from data.returns.queries import QUERIES
from data.returns.queries.query import Fact, Facts, Memberships, Query, Span
from data.returns.sheets import SHEETS
from data.schema import FACTS, MEMBERSHIP, ORGANISATION, REGION, ROW_QUERY

# Rows that a query may look at; the others are asked nothing.
LOOKED_AT = tuple(dict.fromkeys([*(query.sheet for query in QUERIES), "practice_educators"]))
Mark = tuple[str, int, str, str]


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
        return self.query.sheet, self.row["id"], self.query.rule, self.query.column


def review(
    connection: Connection, partnerships: Iterable[str], author: Author
) -> tuple[list[Raised], bool]:
    """Ask every query of some partnerships' rows and store the answers.

    Rows that did not change are asked too: a query may hang on a row beside them.

    Returns:
        What the rows raise, and whether any mark came or went.
    """
    places = tuple(partnerships)
    raised = list(_raised(facts(connection, places, author.at.date())))
    stored = _stored(connection, places)
    fresh = [one for one in raised if one.mark not in stored]
    reworded = [
        one for one in raised if one.mark in stored and stored[one.mark].problem != one.problem
    ]
    gone = stored.keys() - {one.mark for one in raised}
    _raise(connection, fresh, author)
    _reword(connection, [(stored[one.mark].id, one.problem) for one in reworded])
    _clear(connection, [stored[mark].id for mark in gone])
    return raised, bool(fresh or reworded or gone)


def _stored(connection: Connection, partnerships: Sequence[str]) -> dict[Mark, Any]:
    """Return the marks of the partnerships' rows, also of those that were voided since."""
    of_rows = []
    for sheet in LOOKED_AT:
        table = FACTS[sheet]
        rows = select(table.c.id).where(table.c.partnership.in_(partnerships))
        of_rows.append((ROW_QUERY.c.sheet == sheet) & ROW_QUERY.c.row_id.in_(rows))
    marks = connection.execute(select(ROW_QUERY).where(or_(*of_rows)))
    return {(mark.sheet, mark.row_id, mark.rule, mark.column): mark for mark in marks}


def _raised(known: Facts) -> Iterator[Raised]:
    for query in QUERIES:
        for row in known.rows[query.sheet]:
            problem = query.find(row, known)
            if problem:
                yield Raised(query, row, problem)


def facts(connection: Connection, partnerships: Sequence[str], today: date) -> Facts:
    """Return what queries look at: the rows of some partnerships, and the rules of a day."""
    rows: dict[str, list[Fact]] = {}
    for sheet in LOOKED_AT:
        table = FACTS[sheet]
        statement = select(table).where(
            table.c.partnership.in_(partnerships), table.c.voided_at.is_(None)
        )
        found = connection.execute(statement)
        names = tuple(found.keys())
        rows[sheet] = [dict(zip(names, row, strict=True)) for row in found]
    settings = connection.execute(thresholds.statement()).all()
    in_force = thresholds.in_force(settings, today)
    organisations = connection.execute(places.organisations()).all()
    aliases = connection.execute(places.aliases()).all()
    return Facts(
        rows,
        _nations(connection),
        in_force["currency_months"],
        _memberships(connection),
        Kin(organisations, aliases).after,
    )


def _nations(connection: Connection) -> dict[str, str]:
    joined = ORGANISATION.join(REGION, REGION.c.code == ORGANISATION.c.region_code)
    statement = select(ORGANISATION.c.code, REGION.c.nation).select_from(joined)
    return {row.code: row.nation for row in connection.execute(statement)}


def _memberships(connection: Connection) -> Memberships:
    joined = MEMBERSHIP.join(ORGANISATION, ORGANISATION.c.code == MEMBERSHIP.c.organisation_code)
    columns = (MEMBERSHIP.c.partnership_code, MEMBERSHIP.c.organisation_code)
    statement = select(*columns, *lasting(ORGANISATION)).select_from(joined)
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for partnership, organisation, first, last in connection.execute(statement):
        found[partnership, organisation].append((first, last))
    return dict(found)


def _raise(connection: Connection, fresh: Sequence[Raised], author: Author) -> None:
    rows: list[dict[str, Any]] = [
        {
            "sheet": one.query.sheet,
            "row_id": one.row["id"],
            "rule": one.query.rule,
            "column": one.query.column,
            "problem": one.problem,
            "fix": one.query.fix,
            "raised_at": author.at,
        }
        for one in fresh
    ]
    if rows:
        connection.execute(insert(ROW_QUERY), rows)


def _reword(connection: Connection, changed: Sequence[tuple[int, str]]) -> None:
    if changed:
        connection.execute(
            update(ROW_QUERY)
            .where(ROW_QUERY.c.id == bindparam("mark"))
            .values(problem=bindparam("words")),
            [{"mark": mark, "words": words} for mark, words in changed],
        )


def _clear(connection: Connection, marks: Sequence[int]) -> None:
    if marks:
        connection.execute(
            delete(ROW_QUERY).where(ROW_QUERY.c.id == bindparam("mark")),
            [{"mark": mark} for mark in marks],
        )
