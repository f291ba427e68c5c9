"""The life of a return: which step leads from where to where, and who may take it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, select

from data.changes import audit, signing, touched, version
from data.changes.author import Author
from data.changes.upsert import upsert
from data.engine import writing
from data.people.rights import Action, demand
from data.queries import return_status
from data.returns.problems import RefusedError
from data.returns.return_key import ReturnKey
from data.schema import RETURN_STATUS

UNKNOWN: Final = RefusedError("There is no such return.", "Go back to your work and choose one.")
MOVED_ON: Final = "Somebody may have moved it on meanwhile. Look at it again."


@dataclass(frozen=True)
class Step:
    """One step in the life of a return.

    Attributes:
        action: The right it takes.
        before: The states it leads from.
        after: The state it leads to.
        reason: What must be said with it; blank if nothing.
    """

    action: Action
    before: frozenset[str]
    after: str
    reason: str = ""


OPEN: Final = frozenset({"not_started", "in_progress", "sent_back", "reopened"})
STEPS: Final[Mapping[str, Step]] = {
    "submit": Step("submit a return", OPEN, "submitted"),
    "send-back": Step(
        "send back a return", frozenset({"submitted"}), "sent_back", "what is to be put right"
    ),
    "sign-off": Step(
        "sign off a return", frozenset({"submitted"}), "signed_off", "the name of who declares it"
    ),
    "reopen": Step(
        "reopen a return", frozenset({"signed_off"}), "reopened", "why it is to be changed"
    ),
}


def take(engine: Engine, author: Author, which: ReturnKey, name: str, reason: str = "") -> None:
    """Take one step with a return.

    Raises:
        DeniedError: The author may not.
        RefusedError: There is no such return or step, it does not stand where the step begins,
            something is still to be done, or a reason is missing.
    """
    step = STEPS.get(name)
    if step is None:
        raise UNKNOWN
    demand(author.person, step.action, which.partnership, which.organisation)
    said = " ".join(reason.split())
    if step.reason and not said:
        raise RefusedError(f"Something is missing: {step.reason}.", "Write it in a few words.")
    with writing(engine) as connection:
        version.claim(connection)
        state = state_of(connection, which, author.at.date())
        if state not in step.before:
            raise RefusedError(f"This return is {words(state)}.", MOVED_ON)
        if name == "submit":
            _refuse_unready(connection, which)
        if name == "sign-off":
            signing.keep(connection, which, author)
        if name == "reopen":
            signing.release(connection, which, author)
        put(connection, author, which, Passage(state, step.after, said or None))
        version.bump(connection, author)


def state_of(connection: Connection, which: ReturnKey, today: date) -> str:
    """Return the state of a return on a day.

    Raises:
        RefusedError: There is no such return.
    """
    found = connection.execute(return_status.one(which)).first()
    if found is None:
        raise UNKNOWN
    return return_status.state(found.state, found.opens, today)


@dataclass(frozen=True)
class Passage:
    """From one state to another.

    Attributes:
        before: The state that was.
        after: The state that is.
        reason: Why, where somebody said it.
    """

    before: str
    after: str
    reason: str | None = None


def put(connection: Connection, author: Author, which: ReturnKey, passage: Passage) -> None:
    """Write a return's state and its history, and say that whose figures are complete changed."""
    values = {
        "state": passage.after,
        "by": author.who,
        "at": author.at,
        "reason": passage.reason,
    }
    upsert(connection, RETURN_STATUS, which.key(), values)
    before, after = ({"state": each} for each in (passage.before, passage.after))
    entry = audit.Entry("return_status", which.written(), before, after, passage.reason)
    audit.record(connection, author, [entry])
    touched.returns(connection, which.organisation)


def words(state: str) -> str:
    """Return a state as people say it."""
    return state.replace("_", " ")


def _refuse_unready(connection: Connection, which: ReturnKey) -> None:
    unanswered: int = connection.execute(
        select(func.count()).select_from(return_status.unanswered(which).subquery())
    ).scalar_one()
    if unanswered:
        many = "query has" if unanswered == 1 else "queries have"
        raise RefusedError(
            f"{unanswered} {many} no reason yet.", "Give a reason for each, or correct the row."
        )
    confirmed: Any = set(connection.scalars(return_status.confirmed(which)))
    if waiting := [
        each for each in return_status.sheets_of(connection, which) if each not in confirmed
    ]:
        raise RefusedError(
            f"Not looked through yet: {', '.join(waiting)}.",
            "Confirm each sheet that is right as it was carried forward, or change it.",
        )
