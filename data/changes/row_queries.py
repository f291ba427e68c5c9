"""Mark stored rows with their queries: raise new ones, keep those with a reason, clear the rest."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from data.changes import raised_queries
from data.changes.author import Author
from data.changes.query_facts import LOOKED_AT, rules_moved
from data.changes.raised_queries import Raised, Touched
from data.key_conditions import one_of
from data.returns.queries.query import Mark
from data.schema import FACTS, PARTNERSHIP, ROW_QUERY

# Beyond that, asking all rows is as quick as finding those that a change concerns.
FEW: Final = 100


def review(
    connection: Connection, partnerships: Iterable[str], author: Author
) -> tuple[list[Raised], bool]:
    """Ask every query of some partnerships' rows and store the answers.

    Returns:
        What the rows raise, and whether any mark came or went.
    """
    places = tuple(partnerships)
    raised = raised_queries.in_partnerships(connection, places, author.at.date())
    of_rows = []
    for sheet in LOOKED_AT:
        table = FACTS[sheet]
        # Also those that were voided since.
        rows = select(table.c.id).where(table.c.partnership.in_(places))
        of_rows.append(and_(ROW_QUERY.c.sheet == sheet, ROW_QUERY.c.row_id.in_(rows)))
    stored = _stored(connection, or_(*of_rows))
    return raised, _store(connection, raised, stored, author)


def review_changes(
    connection: Connection, touched: Sequence[Touched], author: Author
) -> tuple[list[Raised], bool]:
    """Ask the queries that changed rows can concern, of these and of rows beside them.

    It marks as ``review`` of their partnerships does, which takes its place where they are many,
    and reviews all partnerships once a rule has a new value: that concerns rows nobody changed.

    Returns:
        What those rows raise, and whether any mark came or went.
    """
    today = author.at.date()
    if rules_moved(connection, today):
        return review(connection, connection.scalars(select(PARTNERSHIP.c.code)).all(), author)
    if len(touched) > FEW:
        return review(connection, {one.identity[0] for one in touched}, author)
    raised, asked, kept, changed = raised_queries.of_changes(connection, touched, today)
    rows = {mark[:2] for mark in asked} | changed
    stored = {
        mark: row
        for mark, row in _stored(
            connection, one_of([ROW_QUERY.c.sheet, ROW_QUERY.c.row_id], rows)
        ).items()
        if mark in asked or mark[:2] in changed
    }
    raised += [Raised(*kept[mark], row.problem) for mark, row in stored.items() if mark in kept]
    return raised, _store(connection, raised, stored, author)


def _stored(connection: Connection, where: ColumnElement[bool]) -> dict[Mark, Any]:
    marks = connection.execute(select(ROW_QUERY).where(where))
    return {(mark.sheet, mark.row_id, mark.rule, mark.column): mark for mark in marks}


def _store(
    connection: Connection, raised: Iterable[Raised], stored: dict[Mark, Any], author: Author
) -> bool:
    """Turn stored marks into those that are raised; return whether any came, went or reads anew."""
    now = {one.mark: one for one in raised}
    fresh = [one for mark, one in now.items() if mark not in stored]
    reworded = [
        (stored[mark].id, one.problem)
        for mark, one in now.items()
        if mark in stored and stored[mark].problem != one.problem
    ]
    gone = [stored[mark].id for mark in stored.keys() - now.keys()]
    _raise(connection, fresh, author)
    _reword(connection, reworded)
    _clear(connection, gone)
    return bool(fresh or reworded or gone)


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
