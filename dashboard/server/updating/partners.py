"""What a manager sees of every partner: where returns stand, who is late, and reminders."""

from collections.abc import Sequence

from flask import Blueprint
from werkzeug.wrappers import Response

from dashboard import reminders
from dashboard.mail import Letter, Mailer
from dashboard.reminders import Awaited
from dashboard.server import plain
from dashboard.server.plain import field, redirect_done
from dashboard.server.sign_in import current
from data import due_returns
from data.calendar import today
from data.due_returns import Due
from data.engine import Engine
from data.people.rights import demand, may


def partners(engine: Engine, mailer: Mailer, address: str) -> Blueprint:
    """Return the routes of a manager's view.

    Args:
        engine: Of the database.
        mailer: Sends the reminders.
        address: The address that people know the service by.
    """
    routes = Blueprint("update_partners", __name__, url_prefix="/update/partners")

    @routes.get("/")
    def every() -> Response:
        return plain.page("update/partners.html", due=_reminded_of(engine), done="")

    @routes.get("/<partnership>/<organisation>")
    def look(partnership: str, organisation: str) -> Response:
        demand(current.person_here(), "remind a partner", partnership, organisation)
        awaited = _awaited(engine, partnership, organisation)
        letters = _letters(engine, awaited, address)
        return plain.page("update/remind.html", awaited=awaited, letters=letters)

    @routes.post("/<partnership>/<organisation>")
    def remind(partnership: str, organisation: str) -> Response:
        here = current.person_here()
        demand(here, "remind a partner", partnership, organisation)
        awaited = _awaited(engine, partnership, organisation)
        letters = _letters(engine, awaited, address)
        failures = [failure for letter in letters if (failure := mailer.send(letter, here.email))]
        if failures or not letters:
            problem = failures[0] if failures else "Nobody has an account who could be reminded."
            return plain.page(
                "update/remind.html", status=502, awaited=awaited, letters=letters, problem=problem
            )
        return redirect_done("/update/", "reminded")

    return routes


def _reminded_of(engine: Engine) -> list[Due]:
    here = current.person_here()
    return [
        one
        for one in due_returns.due(engine, here, today())
        if may(here, "remind a partner", one.which.partnership, one.which.organisation)
    ]


def _awaited(engine: Engine, partnership: str, organisation: str) -> Awaited:
    """Return the returns that a reminder is about; none where all have come."""
    of_partner = [
        one
        for one in _reminded_of(engine)
        if (one.which.partnership, one.which.organisation) == (partnership, organisation)
    ]
    return next(iter(reminders.awaited(of_partner)), ())


def _letters(engine: Engine, awaited: Awaited, address: str) -> Sequence[Letter]:
    if not awaited:
        return []
    name = current.person_here().name
    return reminders.letters(engine, awaited, address, name, field("text"))
