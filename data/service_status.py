"""How the service stands, for whoever runs it: counts alone, and nobody's rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine, func, select

from data.due_returns import SENT
from data.engine import reading
from data.queries import return_status
from data.schema import DATA_VERSION, RETURN_PERIOD, SIGN_IN_TRY, UPLOAD


@dataclass(frozen=True)
class ServiceStatus:
    """How the service stands.

    Attributes:
        version: Of the data; it rises by one with each change.
        returns: How many returns are in each state, of those that are open.
        late: How many of these were due before today and have not arrived.
        uploads: How many files were taken in, by whether they stand or were undone.
        tries: How many wrong tries to sign in are remembered, five minutes long each.
    """

    version: int
    returns: Mapping[str, int]
    late: int
    uploads: Mapping[str, int]
    tries: int


def service_status(engine: Engine, today: date) -> ServiceStatus:
    """Return how the service stands on a day.

    Raises:
        DatabaseError: The database can't be read.
    """
    opened = return_status.returns().where(RETURN_PERIOD.c.opens <= today)
    undone = func.count(UPLOAD.c.undone_at)
    with reading(engine) as connection:
        rows = connection.execute(opened).all()
        version = connection.execute(select(DATA_VERSION.c.number)).scalar_one()
        uploads, gone = connection.execute(select(func.count(UPLOAD.c.id), undone)).one()
        tries = connection.execute(select(func.count(SIGN_IN_TRY.c.id))).scalar_one()
    states = [(return_status.state(row.state, row.opens, today), row.due) for row in rows]
    return ServiceStatus(
        version=version,
        returns=Counter(state for state, _ in states),
        late=sum(due < today and state not in SENT for state, due in states),
        uploads={"stands": uploads - gone, "undone": gone},
        tries=tries,
    )
