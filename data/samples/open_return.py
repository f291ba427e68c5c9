"""A return that is open, for whoever tries the service; the samples themselves end earlier."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import Engine, insert, select

from data.calendar import academic_year, first_day, months_later
from data.changes import touched, version
from data.changes.author import Author
from data.engine import writing
from data.samples.people import WHERE
from data.schema import PARTNERSHIP, RETURN_PERIOD

QUARTER: Final = 3
OPENS_BEFORE_END: Final = timedelta(days=14)
STAYS_DUE: Final = timedelta(days=28)


def open_return(engine: Engine, today: date) -> bool:
    """Open the return of the quarter that ends or has just ended, where the samples are.

    Returns:
        Whether it had to be opened: once it is there, it stays as it is.
    """
    starts = _first_day(today)
    ends = months_later(starts, QUARTER) - timedelta(days=1)
    year = academic_year(starts)
    number = (starts.month - first_day(year).month) % 12 // QUARTER + 1
    quarter = f"{year} Q{number}"
    sampled = select(PARTNERSHIP.c.code).where(PARTNERSHIP.c.code == WHERE)
    known = select(RETURN_PERIOD.c.quarter).where(RETURN_PERIOD.c.quarter == quarter)
    with writing(engine) as connection:
        version.claim(connection)
        if not connection.execute(sampled).first() or connection.execute(known).first():
            return False
        connection.execute(
            insert(RETURN_PERIOD).values(
                quarter=quarter,
                starts_on=starts,
                ends_on=ends,
                opens=ends - OPENS_BEFORE_END,
                due=max(ends + OPENS_BEFORE_END, today + STAYS_DUE),
            )
        )
        touched.everything(connection)
        version.bump(connection, Author("samples load", "command"))
    return True


def _first_day(today: date) -> date:
    """Return the first day of the latest quarter whose return is open."""
    soon = today + OPENS_BEFORE_END
    begins = first_day(academic_year(soon))
    while (later := months_later(begins, QUARTER)) <= soon:
        begins = later
    # Of the quarter that has begun, unless it ends soon, the one before is the latest open.
    ends = months_later(begins, QUARTER) - timedelta(days=1)
    return begins if ends <= soon else months_later(begins, -QUARTER)
