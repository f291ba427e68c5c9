"""The agreements of one partner, row by row."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import case, or_, select

from data import access
from data.people.person import Person
from data.schema import FACTS
from data.selection import Selection
from data.workbench import Workbench

AGREEMENTS = FACTS["agreements"]
COLUMNS = (
    "id",
    "partnership",
    "owner",
    "ref",
    "type",
    "hei",
    "status",
    "starts_on",
    "ends_on",
    "review_due",
    "places_per_year_low",
    "places_per_year_high",
)


def agreements_of(
    bench: Workbench, person: Person, selection: Selection, most: int
) -> Sequence[Any]:
    """Return at most so many agreements of one partner that somebody may read, by next review.

    Of each: the columns above, and ``title`` (nothing for those who do not see it whole).
    """
    bench.context(selection)
    chosen = AGREEMENTS.c.partnership.in_(selection.partnerships)
    whole = case((access.seen_whole(person, "agreements"), AGREEMENTS.c.title))
    statement = (
        select(*(AGREEMENTS.c[name] for name in COLUMNS), whole.label("title"))
        .where(
            AGREEMENTS.c.voided_at.is_(None),
            or_(*(AGREEMENTS.c[side].in_(selection.organisations) for side in ("owner", "hei"))),
            *([chosen] if selection.partnerships else []),
            access.seen(person, "agreements"),
        )
        .order_by(AGREEMENTS.c.review_due.is_(None), AGREEMENTS.c.review_due, AGREEMENTS.c.id)
        .limit(most)
    )
    return bench.rows(statement)
