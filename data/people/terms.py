"""Which organisations have not accepted the terms of sharing data."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, bindparam, select

from data.schema import TERMS_ACCEPTED

# Of the words in dashboard/terms.py: who changes them changes this, and everybody is asked again.
WORDING: Final = "November 2026"
# Every request of a member asks for it, and making a statement takes longer than what it asks.
ACCEPTED: Final = select(TERMS_ACCEPTED.c.organisation).where(
    TERMS_ACCEPTED.c.wording == WORDING,
    TERMS_ACCEPTED.c.organisation.in_(bindparam("organisations", expanding=True)),
)


def not_accepted(connection: Connection, organisations: Iterable[str]) -> frozenset[str]:
    """Return those of some organisations for which nobody has accepted the terms yet."""
    wanted = frozenset(organisations)
    if not wanted:
        return wanted
    return wanted - frozenset(connection.scalars(ACCEPTED, {"organisations": list(wanted)}))
