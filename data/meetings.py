"""Actions and decisions, as they are kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, select

from data.engine import reading
from data.people.person import Person
from data.people.rights import DeniedError
from data.queries import meetings
from data.schema import AUDIT

OF_ONE_PARTNER = "organisation:"


@dataclass(frozen=True)
class Action:
    """Something that was agreed: an action has an owner and a day, a decision needs neither.

    Attributes:
        id: Its number.
        partnership: Code of the partnership whose steering group agreed it.
        kind: ``action`` or ``decision``.
        words: What was agreed.
        indicator: Id of the indicator it is about, if it is about one.
        scope: The place it is about, like a target's: ``partnership:…``, ``organisation:…``.
        rule: Name of the rule whose exception it answers, if it answers one.
        owner: Who does it.
        due: By when.
        agreed_on: The day of the meeting.
        state: ``open``, ``done`` or ``dropped``.
        closed_on: Since when it is no longer open.
        outcome: What became of it.
        version: Which version of it this is.
        updated_at: When it was changed last.
        updated_by: Who changed it last.
    """

    id: int
    partnership: str
    kind: str
    words: str
    indicator: str | None
    scope: str
    rule: str | None
    owner: str | None
    due: date | None
    agreed_on: date
    state: str
    closed_on: date | None
    outcome: str | None
    version: int
    updated_at: datetime
    updated_by: str

    @property
    def organisation(self) -> str:
        """Code of the partner it is about; blank where it is about more than one."""
        found = self.scope.startswith(OF_ONE_PARTNER)
        return self.scope.removeprefix(OF_ONE_PARTNER) if found else ""

    def is_overdue(self, day: date) -> bool:
        """Return whether it should have been done before a day, and is not."""
        return self.state == "open" and self.due is not None and self.due < day


def actions(rows: Iterable[Any]) -> list[Action]:
    """Return actions from the rows of ``data.queries.meetings.actions``, in their order."""
    return [Action(**row._mapping) for row in rows]


def agreed(engine: Engine, person: Person) -> list[Action]:
    """Return what the steering groups of somebody's partnerships agreed, what is open first."""
    with reading(engine) as connection:
        return actions(connection.execute(meetings.actions(person.partnerships)))


def one(engine: Engine, person: Person, number: int) -> Action:
    """Return one action.

    Raises:
        DeniedError: It is not of somebody's partnerships, or there is none of that number.
    """
    found = next((each for each in agreed(engine, person) if each.id == number), None)
    if found is None:
        raise DeniedError("read an action")
    return found


def history(engine: Engine, person: Person, number: int) -> Sequence[Any]:
    """Return what became of an action, the latest first, from the history.

    Raises:
        DeniedError: It is not of somebody's partnerships, or there is none of that number.
    """
    one(engine, person, number)
    statement = select(AUDIT).where(AUDIT.c.table == "action", AUDIT.c.row == str(number))
    with reading(engine) as connection:
        return connection.execute(statement.order_by(AUDIT.c.sequence.desc())).all()
