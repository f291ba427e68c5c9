"""Note what somebody saw of a page, so that it can tell what has changed since their last visit.

A visit ends half an hour after the last look. What is noted is nobody's data: it raises no version,
and where it can't be written just then, the page goes without.
"""

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Engine, bindparam, delete, select

from data.changes.upsert import upsert
from data.engine import hurried, reading
from data.health import DatabaseError
from data.schema import LAST_LOOK

LOG: Final = logging.getLogger(__name__)
# Without a look for so long, a visit has ended.
VISIT: Final = timedelta(minutes=30)
# How often it is noted that somebody still looks.
NOTED: Final = timedelta(minutes=1)
# Nobody wonders what has changed since longer ago.
KEPT: Final = timedelta(days=365)
LONGEST_ADDRESS: Final = 2000
LATEST: Final = select(LAST_LOOK).where(
    LAST_LOOK.c.user_id == bindparam("user_id"), LAST_LOOK.c.address == bindparam("address")
)


@dataclass(frozen=True)
class Seen:
    """What somebody saw.

    Attributes:
        at: When, in UTC.
        sequence: The last entry of the history at that moment.
        figures: The figures, by the ids of their indicators.
    """

    at: datetime
    sequence: int
    figures: Mapping[str, Any]


def look(engine: Engine, user: int, address: str, seen: Seen) -> Seen | None:
    """Note a look, and return what was seen at the end of the visit before; nothing for a first.

    Args:
        engine: Of the database.
        user: Id of the account.
        address: Path and query of the page.
        seen: What is seen now.
    """
    if len(address) > LONGEST_ADDRESS:
        return None
    key = {"user_id": user, "address": address}
    with reading(engine) as connection:
        row = connection.execute(LATEST, key).first()
    before = _before(row, seen.at)
    if row is None or seen.at - row.seen_at >= NOTED:
        _note(engine, key, seen, before)
    return before


def _before(row: Any, now: datetime) -> Seen | None:
    """Return what was seen at the end of the visit before this one."""
    if row is None:
        return None
    if now - row.seen_at > VISIT:
        return Seen(row.seen_at, row.seen_sequence, row.seen_figures)
    return Seen(row.then_at, row.then_sequence, row.then_figures) if row.then_at else None


def _note(engine: Engine, key: Mapping[str, Any], seen: Seen, before: Seen | None) -> None:
    then = asdict(before) if before else dict.fromkeys(("at", "sequence", "figures"))
    values = {
        **{f"seen_{name}": value for name, value in asdict(seen).items()},
        **{f"then_{name}": value for name, value in then.items()},
    }
    old = (LAST_LOOK.c.user_id == key["user_id"], LAST_LOOK.c.seen_at < seen.at - KEPT)
    try:
        with hurried(engine) as connection:
            connection.execute(delete(LAST_LOOK).where(*old))
            upsert(connection, LAST_LOOK, key, values)
    except DatabaseError:
        # Somebody else is writing, or nobody may; the next look is noted.
        LOG.info("A look could not be noted")
