"""Orders of editions: placed by people, and carried out by whoever takes one up.

An edition takes from a second to some minutes. So it is made apart from the request that asks for
it, and its order says how far it is. Whoever carries one out is heard of every few seconds; where
nobody is, it is taken up again.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Engine, func, insert, select, update

from data.changes.author import Author
from data.changes.editions import refuse, refuse_unknown
from data.editions.orders import ASKED, COLUMNS, SILENT, TABLE, Order, order
from data.editions.wanted import Wanted
from data.engine import writing
from data.returns.problems import RefusedError
from data.schema import EDITION_ORDER
from data.schema.editions import STEPS

# Each takes a processor and a quarter of a gigabyte.
AT_ONCE: Final = 3
OFTEN: Final = 3
FIRST: Final = STEPS[1]
BUSY: Final = RefusedError(
    "Three editions are being made already.", "Wait until one of them is there, and try again."
)
NEVER_FINISHED: Final = RefusedError(
    "It was begun three times and never finished; no edition was made.",
    "Try again. Whoever runs the service finds the reason in its log.",
)


def place(engine: Engine, author: Author, wanted: Wanted, seen: int, once: str) -> str:
    """Place an order and return what it is called; the same request sent twice is one order.

    Args:
        engine: Of the database.
        author: Who asks; somebody with an account.
        wanted: What they ask for.
        seen: The data version that they looked at.
        once: Tells the request from every other.

    Raises:
        DeniedError: They may not make such an edition.
        RefusedError: Something is missing, too long or at odds; or too many are being made.
    """
    refuse(author, wanted)
    name = uuid4().hex
    with writing(engine) as connection:
        refuse_unknown(connection, wanted)
        same = select(TABLE.id).where(TABLE.user_id == author.person.id, TABLE.once == once)
        if known := connection.execute(same).scalar():
            return str(known)
        if _at_work(connection, author.at) >= AT_ONCE:
            raise BUSY
        values = {
            "id": name,
            "user_id": author.person.id,
            "once": once,
            "wanted": wanted.as_json(),
            "seen": seen,
            "asked_at": author.at,
            "heard_at": author.at,
            "step": ASKED,
            **dict.fromkeys(("done", "whole", "begun"), 0),
        }
        connection.execute(insert(EDITION_ORDER).values(values))
    return name


def _at_work(connection: Connection, now: datetime) -> int:
    heard = select(func.count()).where(TABLE.ended_at.is_(None), TABLE.heard_at > now - SILENT)
    return connection.execute(heard).scalar_one()


def take_up(engine: Engine, name: str) -> Order | None:
    """Return an order to carry out; nothing where it has ended, or somebody is at it already.

    One that was begun too often without an end ends here.
    """
    now = datetime.now(UTC)
    with writing(engine) as connection:
        found = _locked(connection, name)
        if found is None or not found.is_free(now):
            return None
        if found.begun < OFTEN:
            _set(connection, name, step=FIRST, begun=found.begun + 1, heard_at=now)
            return found
        _give_up(connection, found, NEVER_FINISHED)
    return None


def ask_again(engine: Engine, name: str) -> bool:
    """Ask once more for an order that everybody forgot; return whether it was forgotten."""
    now = datetime.now(UTC)
    with writing(engine) as connection:
        found = _locked(connection, name)
        if forgotten := bool(found and found.is_forgotten(now)):
            _set(connection, name, step=ASKED, done=0, whole=0, heard_at=now)
    return forgotten


def _locked(connection: Connection, name: str) -> Order | None:
    """Return an order that nobody else changes meanwhile."""
    statement = select(*COLUMNS).where(TABLE.id == name).with_for_update()
    row = connection.execute(statement).first()
    return order(row) if row else None


def tell(engine: Engine, name: str, step: str, done: int = 0, whole: int = 0) -> None:
    """Say how far an order is."""
    with writing(engine) as connection:
        _set(connection, name, step=step, done=done, whole=whole, heard_at=datetime.now(UTC))


def hear(engine: Engine, name: str) -> None:
    """Say that somebody is at an order still."""
    with writing(engine) as connection:
        _set(connection, name, heard_at=datetime.now(UTC))


def kept(engine: Engine, name: str, edition: int) -> None:
    """Say which edition an order became; it is still to be looked through."""
    with writing(engine) as connection:
        _set(connection, name, edition=edition)


def looked_for_risks(engine: Engine, name: str, risks: Mapping[str, Sequence[str]]) -> None:
    """Keep which cells of an order's edition tell of few people, as ``Order`` keeps it."""
    with writing(engine) as connection:
        _set(connection, name, risks=dict(risks))


def end(engine: Engine, name: str, tried: Mapping[str, Any]) -> None:
    """End an order that became an edition.

    Args:
        engine: Of the database.
        name: What the order is called.
        tried: As ``Order`` keeps it.
    """
    with writing(engine) as connection:
        _set(connection, name, ended_at=datetime.now(UTC), tried=dict(tried))


def fail(engine: Engine, name: str, refused: RefusedError) -> None:
    """End an order that can't be carried out, and say why it became no edition, if it did not."""
    with writing(engine) as connection:
        if found := _locked(connection, name):
            _give_up(connection, found, refused)


def _give_up(connection: Connection, order: Order, refused: RefusedError) -> None:
    why = {"problem": refused.problem, "fix": refused.fix}
    # Its edition may be there, and only its files not be tried.
    told = {} if order.edition else why
    _set(connection, order.id, ended_at=datetime.now(UTC), **told)


def _set(connection: Connection, name: str, **values: Any) -> None:
    connection.execute(update(EDITION_ORDER).where(TABLE.id == name).values(values))
