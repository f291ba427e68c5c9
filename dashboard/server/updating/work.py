"""Your work: what is due, what is to be answered, what was changed."""

from typing import Final

from flask import Blueprint, request
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.sign_in import current
from dashboard.server.updating import desk as desks
from data import due_returns, history
from data.calendar import today
from data.changes import states
from data.compared import compared
from data.due_returns import Due
from data.engine import Engine
from data.people.person import Person
from data.people.rights import may

DONE: Final = {
    "submit": "Submitted. Whoever signs off sees it now.",
    "send-back": "Sent back.",
    "sign-off": "Signed off. Its values are kept until it is reopened.",
    "reopen": "Reopened.",
    "confirm": "Noted: looked through.",
    "reason": "The reason is kept.",
    "undo": "Undone.",
    "saved": "Saved.",
    "voided": "Voided. The row is out of every figure, and stays in the history.",
    "nothing": "Nothing was different, so nothing was changed.",
    "taken": "Taken in.",
    "reminded": "Sent.",
}


def your_work(engine: Engine) -> Blueprint:
    """Return the routes of somebody's work and of one organisation's desk."""
    routes = Blueprint("update", __name__, url_prefix="/update")

    @routes.get("/")
    def everything() -> Response:
        here = current.person_here()
        found = due_returns.due(engine, here, today())
        return plain.page(
            "update/work.html",
            due=found,
            signing=[one for one in found if _waits_for(here, one)],
            coming=due_returns.coming(engine, here, today()),
            changes=history.mine(engine, here),
            person=here,
            done=_done(),
        )

    @routes.get("/<partnership>/<organisation>")
    def one(partnership: str, organisation: str) -> Response:
        return desk_page(engine, partnership, organisation)

    @routes.get("/<partnership>/<organisation>/compared")
    def side_by_side(partnership: str, organisation: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        found = compared(engine, current.person_here(), partnership, organisation, today())
        return plain.page("update/compared.html", where=where, home=desks.home(where), rows=found)

    return routes


def desk_page(engine: Engine, partnership: str, organisation: str, problem: str = "") -> Response:
    """Return one organisation's desk: its returns, sheets, queries and latest changes."""
    here = current.person_here()
    where = desks.at(engine, partnership, organisation)
    due = [
        one
        for one in due_returns.due(engine, here, today())
        if (one.which.partnership, one.which.organisation) == (partnership, organisation)
    ]
    latest = due[0] if due else None
    return plain.page(
        "update/desk.html",
        problem=problem,
        where=where,
        home=desks.home(where),
        due=due,
        sheets=due_returns.sheets(engine, latest.which) if latest else [],
        every_sheet=desks.sheets(where),
        queries=due_returns.queries(engine, here, partnership, organisation),
        changes=history.latest(engine, here, partnership, organisation),
        uploads=history.uploads(engine, here, partnership, organisation),
        may=lambda action: may(here, action, partnership, organisation),
        steps=states.STEPS,
        done=_done(),
    )


def _waits_for(here: Person, one: Due) -> bool:
    """Return whether a return waits for somebody's signature."""
    which = one.which
    signs = may(here, "sign off a return", which.partnership, which.organisation)
    return signs and one.state == "submitted"


def _done() -> str:
    return DONE.get(request.args.get("done", ""), "")
