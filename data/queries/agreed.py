"""The agreements of one partner, as far as they can be counted."""

from typing import Any

from sqlalchemy import Select, or_, select

from data.schema import FACTS

AGREEMENTS = FACTS["agreements"]


def agreements_of(organisation: str) -> Select[Any]:
    """Return a statement of the agreements that an employer has, or that name a university.

    Its columns are ``partnership``, ``type``, ``status``, ``starts_on``, ``ends_on``,
    ``review_due``, and places a year: ``low`` and ``high``.
    """
    columns = AGREEMENTS.c
    return select(
        columns.partnership,
        columns.type,
        columns.status,
        columns.starts_on,
        columns.ends_on,
        columns.review_due,
        columns.places_per_year_low.label("low"),
        columns.places_per_year_high.label("high"),
    ).where(
        columns.voided_at.is_(None),
        or_(columns.owner == organisation, columns.hei == organisation),
    )
