"""Rows of a sheet: listed, and what became of each."""

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.sign_in import current
from dashboard.server.updating import desk as desks
from dashboard.server.updating.row import stored
from dashboard.server.updating.work import DONE
from data import history, rows
from data.changes.rows import Place
from data.changes.signing import identity
from data.due_returns import Desk
from data.engine import Engine
from data.returns.sheets import SHEETS
from data.returns.texts import texts


def sheets(engine: Engine) -> Blueprint:
    """Return the routes of sheets."""
    routes = Blueprint(
        "update_sheets", __name__, url_prefix="/update/<partnership>/<organisation>/<sheet>"
    )

    @routes.get("/")
    def every(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        return _list(engine, where, desks.place(where, sheet))

    @routes.get("/history")
    def past(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        return _history(engine, where, desks.place(where, sheet))

    return routes


def _list(engine: Engine, where: Desk, place: Place) -> Response:
    find, page = plain.asked("find"), max(plain.number("page"), 1)
    found = rows.listed(engine, current.person_here(), place, find, page)
    sheet = SHEETS[place.sheet]
    return plain.page(
        "update/sheet.html",
        where=where,
        home=desks.home(where),
        sheet=sheet,
        columns=found.columns,
        rows=[{**texts(sheet, row), "id": row["id"]} for row in found.rows],
        count=found.count,
        find=find,
        page=page,
        pages=-(-found.count // rows.AT_ONCE),
        writes=desks.writes(where),
        done=DONE.get(plain.asked("done"), ""),
    )


def _history(engine: Engine, where: Desk, place: Place) -> Response:
    row = stored(engine, place)
    if row is None:
        abort(404)
    sheet = SHEETS[place.sheet]
    return plain.page(
        "update/history.html",
        where=where,
        home=desks.home(where),
        sheet=sheet,
        key=" ".join(str(row[name]) for name in sheet.key),
        lines=history.of_row(engine, current.person_here(), sheet.name, identity(sheet.name, row)),
        writes=desks.writes(where),
    )
