"""What somebody has to do: returns, queries, and whose rows they look after."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, func, select

from data.engine import reading
from data.history import demand_whole, reads_whole
from data.people.person import Person
from data.people.rights import DeniedError
from data.queries import return_status
from data.returns.return_key import ReturnKey
from data.schema import ORGANISATION, PARTNERSHIP, RETURN_PERIOD

# A return that was reopened had arrived, and is to be sent once more.
SENT = frozenset({"submitted", "signed_off"})


@dataclass(frozen=True)
class Due:
    """One return, and where it stands.

    Attributes:
        which: Which it is.
        partnership: Name of the partnership.
        organisation: Name of the organisation.
        opens: The day it opens.
        due: The day it is due.
        state: Where it stands.
        late: Whether it should have arrived by now, and has not.
        by: Who moved it there; blank if nobody did.
        reason: Why, where they said so.
        queries: How many of its rows' queries have no reason yet.
    """

    which: ReturnKey
    partnership: str
    organisation: str
    opens: date
    due: date
    state: str
    late: bool
    by: str
    reason: str
    queries: int


@dataclass(frozen=True)
class Desk:
    """Whose rows somebody looks after.

    Attributes:
        partnership: Code of the partnership.
        partnership_name: Its name.
        organisation: Code of the organisation.
        organisation_name: Its name.
        kind: What kind of organisation it is.
    """

    partnership: str
    partnership_name: str
    organisation: str
    organisation_name: str
    kind: str


def due(engine: Engine, person: Person, today: date) -> list[Due]:
    """Return the returns that are open and whose rows somebody sees, the latest quarter first."""
    return _returns(engine, person, today, RETURN_PERIOD.c.opens <= today)


def coming(engine: Engine, person: Person, today: date) -> list[Due]:
    """Return the returns that open next, of those whose rows somebody sees."""
    later = select(func.min(RETURN_PERIOD.c.opens)).where(RETURN_PERIOD.c.opens > today)
    return _returns(engine, person, today, RETURN_PERIOD.c.opens == later.scalar_subquery())


def _returns(engine: Engine, person: Person, today: date, wanted: ColumnElement[bool]) -> list[Due]:
    with reading(engine) as connection:
        rows = [
            row
            for row in connection.execute(return_status.returns().where(wanted))
            if reads_whole(person, row.partnership, row.organisation)
        ]
        waiting = _waiting(connection)
    return [_due(row, today, waiting) for row in rows]


def desk(engine: Engine, person: Person, partnership: str, organisation: str) -> Desk:
    """Return whose rows are at a desk.

    Raises:
        DeniedError: Somebody does not see them, or nobody is there.
    """
    demand_whole(person, partnership, organisation)
    statement = (
        return_status.members()
        .where(PARTNERSHIP.c.code == partnership, ORGANISATION.c.code == organisation)
        .limit(1)
    )
    with reading(engine) as connection:
        found = connection.execute(statement).first()
    if found is None:
        # An administrator may ask for anybody, and learns no more than others of who is not there.
        raise DeniedError("read rows")
    return Desk(*found)


def queries(engine: Engine, person: Person, partnership: str, organisation: str) -> Sequence[Any]:
    """Return the queries of an organisation's rows, those without a reason first.

    Raises:
        DeniedError: Somebody does not see those rows.
    """
    demand_whole(person, partnership, organisation)
    with reading(engine) as connection:
        found = connection.execute(return_status.of_rows(partnership, organisation)).all()
    return sorted(found, key=lambda row: row.reason is not None)


def _waiting(connection: Connection) -> Counter[tuple[str, str]]:
    every = connection.execute(return_status.queries())
    return Counter((row.partnership, row.owner) for row in every if row.reason is None)


def _due(row: Any, today: date, waiting: Counter[tuple[str, str]]) -> Due:
    state = return_status.state(row.state, row.opens, today)
    return Due(
        which=ReturnKey(row.partnership, row.organisation, row.period),
        partnership=row.partnership_name,
        organisation=row.organisation_name,
        opens=row.opens,
        due=row.due,
        state=state,
        late=row.due < today and state not in SENT,
        by=row.by or "",
        reason=row.reason or "",
        queries=waiting[row.partnership, row.organisation],
    )


def sheets(engine: Engine, which: ReturnKey) -> list[tuple[str, bool]]:
    """Return the sheets of a return, each with whether somebody looked it through."""
    with reading(engine) as connection:
        confirmed = set(connection.scalars(return_status.confirmed(which)))
        return [(name, name in confirmed) for name in return_status.sheets_of(connection, which)]
