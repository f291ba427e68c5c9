"""What steering groups agreed."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, select

from data.schema import ACTION


def actions(partnerships: Iterable[str] | None) -> Select[Any]:
    """Return a statement of actions and decisions: open ones first, the earliest due first.

    Args:
        partnerships: Codes of those to read of; nothing means all of them.
    """
    closed = ACTION.c.state != "open"
    statement = select(ACTION).order_by(
        closed, ACTION.c.due.is_(None), ACTION.c.due, ACTION.c.agreed_on.desc(), ACTION.c.id
    )
    if partnerships is None:
        return statement
    return statement.where(ACTION.c.partnership.in_(sorted(partnerships)))
