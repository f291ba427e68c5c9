"""What a change of rows does to the return that is open: it is in progress, and looked through."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from data.changes import states
from data.changes.author import Author
from data.changes.states import Passage
from data.changes.upsert import upsert
from data.queries import return_status
from data.returns.return_key import ReturnKey
from data.schema import RETURN_PERIOD, SHEET_CONFIRMED

Changed = Mapping[tuple[str, str], Collection[str]]
AGAIN = "Rows were changed after it was submitted."


def noted(connection: Connection, author: Author, changed: Changed) -> None:
    """Note that sheets were changed: by partnership and owner, for the quarter that is open."""
    latest = (
        select(RETURN_PERIOD.c.quarter)
        .where(RETURN_PERIOD.c.opens <= author.at.date())
        .order_by(RETURN_PERIOD.c.opens.desc())
        .limit(1)
    )
    period = connection.execute(latest).scalar()
    if period is None:
        return
    for (partnership, owner), sheets in changed.items():
        which = ReturnKey(partnership, owner, period)
        found = connection.execute(return_status.one(which)).first()
        if found is None or found.state == "signed_off":
            continue
        _go_on(connection, author, which, found.state)
        for sheet in sheets:
            confirm(connection, author, which, sheet)


def confirm(connection: Connection, author: Author, which: ReturnKey, sheet: str) -> None:
    """Note that somebody looked a sheet through."""
    key = {**which.key(), "sheet": sheet}
    upsert(connection, SHEET_CONFIRMED, key, {"by": author.who, "at": author.at})


def _go_on(connection: Connection, author: Author, which: ReturnKey, state: str | None) -> None:
    if state is None:
        states.put(connection, author, which, Passage("not_started", "in_progress"))
    elif state == "submitted":
        states.put(connection, author, which, Passage(state, "in_progress", AGAIN))
