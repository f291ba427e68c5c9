"""What documents say word for word, for those who read the rows it was entered in."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from data import access
from data.claims import year_of
from data.locations import located
from data.people.person import Person
from data.schema import FACTS
from data.selection import Selection
from data.workbench import Workbench

REPORTED = FACTS["reported_figures"]
COLUMNS = ("id", "partnership", "owner", "ref", "measure", "period", "source", "quote")


def quotes(bench: Workbench, person: Person, selection: Selection) -> Sequence[Any]:
    """Return the quoted figures that somebody reads whole, with the columns above."""
    bench.context(selection)
    owner = located(REPORTED, REPORTED.c.owner, "quoted_owner")
    pairs = (
        (REPORTED.c.partnership, selection.partnerships),
        (REPORTED.c.owner, selection.organisations),
        (owner.region, selection.regions),
    )
    statement = (
        select(*(REPORTED.c[name] for name in COLUMNS))
        .select_from(owner.rows)
        .where(
            REPORTED.c.voided_at.is_(None),
            REPORTED.c.quote.is_not(None),
            access.seen_whole(person, "reported_figures"),
            *(column.in_(wanted) for column, wanted in pairs if wanted),
        )
        .order_by(REPORTED.c.partnership, REPORTED.c.owner, REPORTED.c.id)
    )
    years = selection.years
    found = bench.rows(statement)
    return [row for row in found if not years or year_of(row.period or "") in years]
