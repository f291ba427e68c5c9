"""What readers are told of who did something."""

from sqlalchemy import ColumnElement, case, func

from data.schema import APP_USER


def known_as(who: ColumnElement[str]) -> ColumnElement[str]:
    """Return the name of an account, where the statement joins those by their address.

    Of an address without an account nothing is told: it is nobody else's business.
    """
    return func.coalesce(APP_USER.c.name, case((who.contains("@"), ""), else_=who))
