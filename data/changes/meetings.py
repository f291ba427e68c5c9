"""Keep what a steering group agrees, and what becomes of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Engine, insert, select, update

from data.changes import audit, done, version
from data.changes.agreed import PARTNER, Agreed, refuse, refuse_elsewhere
from data.changes.author import Author
from data.changes.outcome import Outcome
from data.engine import writing
from data.people.rights import Action as Right
from data.people.rights import DeniedError, demand
from data.schema import ACTION

# What a report may set; the rest was agreed, and only whoever keeps the minutes changes it.
REPORTED: Final = frozenset({"state", "outcome"})


class ChangedError(Exception):
    """Somebody else changed it meanwhile; nothing was stored."""


def agree(engine: Engine, author: Author, wanted: Sequence[Agreed], once: str) -> None:
    """Keep actions and decisions, all or none; the same request sent twice is carried out once.

    Raises:
        DeniedError: The author may not.
        RefusedError: Something is missing or too long, or is no place of the partnership.
    """
    for each in wanted:
        demand(author.person, "keep actions", each.partnership)
        refuse(each.values())
    with writing(engine) as connection:
        version.claim(connection)
        if done.before(connection, once, author):
            return
        for each in wanted:
            refuse_elsewhere(connection, each)
            _keep(connection, author, each)
        version.bump(connection, author)
        done.note(connection, once, author, Outcome(new=len(wanted)))


def amend(
    engine: Engine, author: Author, number: int, seen: int, values: Mapping[str, Any]
) -> None:
    """Change an action: what was agreed, or what became of it.

    Args:
        engine: Of the database.
        author: Who changes it.
        number: Which action.
        seen: The version that the author saw.
        values: New values by column.

    Raises:
        ChangedError: Somebody else changed it meanwhile.
        DeniedError: The author may not, or there is no such action.
        RefusedError: The values can't be kept.
    """
    with writing(engine) as connection:
        version.claim(connection)
        row = connection.execute(select(ACTION).where(ACTION.c.id == number)).first()
        former = dict(row._mapping) if row else {}
        _demand(author, former, set(values))
        if former["version"] != seen:
            raise ChangedError
        after = {**former, **values, **_closed(former, values, author)}
        refuse(after)
        changed = {name: value for name, value in after.items() if value != former[name]}
        if not changed:
            return
        stored = changed | {"version": seen + 1} | _by(author)
        connection.execute(update(ACTION).where(ACTION.c.id == number).values(stored))
        before = {name: former[name] for name in stored}
        audit.record(connection, author, [audit.Entry("action", str(number), before, stored)])
        version.bump(connection, author)


def _keep(connection: Connection, author: Author, wanted: Agreed) -> None:
    is_decision = wanted.kind == "decision"
    values = {
        **wanted.values(),
        # A decision is taken when it is made; what follows from it is an action.
        "state": "done" if is_decision else "open",
        "closed_on": wanted.agreed_on if is_decision else None,
        "version": 1,
        **_by(author),
    }
    number = connection.execute(insert(ACTION).values(values).returning(ACTION.c.id)).scalar()
    audit.record(connection, author, [audit.Entry("action", str(number), None, values)])


def _demand(author: Author, former: Mapping[str, Any], names: set[str]) -> None:
    right: Right = "report on an action" if names <= REPORTED else "keep actions"
    if not former:
        raise DeniedError(right)
    partner = former["scope"].removeprefix(PARTNER)
    demand(author.person, right, former["partnership"], partner)


def _closed(former: Mapping[str, Any], values: Mapping[str, Any], author: Author) -> dict[str, Any]:
    state = values.get("state", former["state"])
    if state == former["state"]:
        return {}
    return {"closed_on": None if state == "open" else author.at.date()}


def _by(author: Author) -> dict[str, Any]:
    return {"updated_at": author.at, "updated_by": author.known_as}
