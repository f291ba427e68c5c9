"""The one transaction in which a file is taken in: all of it, or nothing."""

from collections.abc import Callable

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from data.changes import version
from data.changes.outcome import Outcome
from data.engine import writing
from data.returns.problems import RefusedError, of_file

# The checks should have found it; the database has the last word all the same.
LAST_WORD = RefusedError(
    "The database refused a row that the checks let pass; nothing was written.",
    "Tell whoever looks after this service which file it was.",
)


class _NothingWrittenError(Exception):
    """Ends a transaction without writing; carries what to tell."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def in_one_transaction(
    engine: Engine,
    take_in: Callable[[Connection], Outcome],
    plain: Outcome,
    *,
    dry_run: bool,
) -> Outcome:
    """Return the outcome of taking in a file; what it wrote stays only if nothing is wrong.

    Args:
        engine: Of the database.
        take_in: Takes in the file on a connection that may write.
        plain: The outcome to build on where the database itself refuses a row.
        dry_run: Whether to leave the database as it was, whatever the outcome.
    """
    try:
        with writing(engine) as connection:
            version.claim(connection)
            outcome = take_in(connection)
            if dry_run or outcome.errors:
                raise _NothingWrittenError(outcome)
    except _NothingWrittenError as ended:
        return ended.outcome
    except IntegrityError:
        return plain.refused((of_file(LAST_WORD),))
    return outcome
