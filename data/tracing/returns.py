"""The returns that figures came in: where each partner's latest stands, and whose word it is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, select

from data.calendar import academic_year
from data.schema import APP_USER, RETURN_PERIOD, RETURN_STATUS
from data.tracing.names import known_as
from data.workbench import Workbench

UNTOUCHED: Final = ("not_open", "not_started")


@dataclass(frozen=True)
class Sent:
    """A return that somebody has worked on.

    Attributes:
        period: The quarter it is for.
        state: Where it stands.
        at: Since when.
        by: Who moved it there; blank where no name is known.
        said: Of a signature, the name of who declares it; else the reason, if there is one.
    """

    period: str
    state: str
    at: datetime
    by: str
    said: str


def latest(
    bench: Workbench, partnerships: Collection[str], years: Collection[str]
) -> dict[tuple[str, str], Sent]:
    """Return the latest return that each partner has worked on, by partnership and partner.

    Args:
        bench: Of the state of the data.
        partnerships: Codes of those in question.
        years: The academic years of the quarters; any year, if none is named.
    """
    return {
        (row.partnership, row.organisation): Sent(
            row.period, row.state, row.at, row.by, row.reason or ""
        )
        for row in bench.rows(_statement(partnerships))
        if not years or academic_year(row.starts_on) in years
    }


def _statement(partnerships: Collection[str]) -> Select[Any]:
    status = RETURN_STATUS.c
    rows = RETURN_STATUS.join(RETURN_PERIOD, RETURN_PERIOD.c.quarter == status.period)
    return (
        select(
            status.partnership,
            status.organisation,
            status.period,
            RETURN_PERIOD.c.starts_on,
            status.state,
            status.at,
            known_as(status.by).label("by"),
            status.reason,
        )
        .select_from(rows.outerjoin(APP_USER, APP_USER.c.email == status.by))
        .where(status.partnership.in_(partnerships), status.state.not_in(UNTOUCHED))
        .order_by(RETURN_PERIOD.c.starts_on)
    )
