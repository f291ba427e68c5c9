"""What was counted at the end of the years that were over last, which readers choose most."""

from collections.abc import Iterator
from datetime import date

from dashboard.editions.standpoint import Standpoint
from data.calendar import academic_year, year_before
from data.selection import Selection


def read_stocks(at: Standpoint, day: date) -> Iterator[str]:
    """Have the stocks at hand of the two years that were over last on a day.

    Yields:
        Each year whose stocks are read.
    """
    last = year_before(academic_year(day))
    for year in (last, year_before(last)):
        with at.store.snapshot() as snapshot:
            context = at.bench(snapshot).context(Selection(day, years=(year,)))
            at.store.read_stocks(snapshot, context)
        yield year
