"""Say of sheets that were carried forward that they are still right."""

from collections.abc import Iterable

from sqlalchemy import Engine

from data.changes import audit, progress, states, version
from data.changes.author import Author
from data.changes.states import OPEN, Passage
from data.engine import writing
from data.people.rights import demand
from data.queries import return_status
from data.returns.problems import RefusedError
from data.returns.return_key import ReturnKey


def confirm(engine: Engine, author: Author, which: ReturnKey, sheets: Iterable[str]) -> None:
    """Note that somebody looked sheets of a return through and found them right.

    Raises:
        DeniedError: The author may not.
        RefusedError: The return is none, or is not being worked on.
    """
    demand(author.person, "write rows", which.partnership, which.organisation)
    with writing(engine) as connection:
        version.claim(connection)
        state = states.state_of(connection, which, author.at.date())
        if state not in OPEN:
            raise RefusedError(f"This return is {states.words(state)}.", states.MOVED_ON)
        known = return_status.sheets_of(connection, which)
        wanted = [sheet for sheet in sheets if sheet in known]
        for sheet in wanted:
            progress.confirm(connection, author, which, sheet)
        if state == "not_started":
            states.put(connection, author, which, Passage(state, "in_progress"))
        entry = audit.Entry("sheet_confirmed", which.written(), None, {"sheets": wanted})
        audit.record(connection, author, [entry])
        version.bump(connection, author)
