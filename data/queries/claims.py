"""What documents say of partnerships, a row a figure, as it was entered."""

from typing import Any

from sqlalchemy import Select

from data.locations import located
from data.schema import FACTS

REPORTED = FACTS["reported_figures"]
COLUMNS = (
    "partnership",
    "owner",
    "ref",
    "measure",
    "period",
    "value_low",
    "value_high",
    "qualifier",
    "unit",
    "part_of",
    "source",
)


def claims() -> Select[Any]:
    """Return a statement of what documents say, with the columns above and its owner's region.

    What a document says is public, so that whoever reads figures of a partnership reads it too;
    how it says it, ``quote``, is for those who read the row.
    """
    owner = located(REPORTED, REPORTED.c.owner, "claims_owner")
    return (
        owner.rows.select()
        .with_only_columns(*(REPORTED.c[name] for name in COLUMNS), owner.region.label("region"))
        .where(REPORTED.c.voided_at.is_(None))
        .order_by(REPORTED.c.partnership, REPORTED.c.owner, REPORTED.c.id)
    )
