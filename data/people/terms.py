"""Which organisations have not accepted the terms of sharing data."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, select

from data.schema import TERMS_ACCEPTED

# Of the words in dashboard/terms.py: who changes them changes this, and everybody is asked again.
WORDING: Final = "November 2026"


def not_accepted(connection: Connection, organisations: Iterable[str]) -> frozenset[str]:
    """Return those of some organisations for which nobody has accepted the terms yet."""
    wanted = frozenset(organisations)
    accepted = select(TERMS_ACCEPTED.c.organisation).where(
        TERMS_ACCEPTED.c.wording == WORDING, TERMS_ACCEPTED.c.organisation.in_(wanted)
    )
    return wanted - frozenset(connection.scalars(accepted)) if wanted else wanted
