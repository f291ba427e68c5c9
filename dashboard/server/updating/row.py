"""One row in a form: looked at, stored, and voided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from uuid import uuid4

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import field, redirect_done
from dashboard.server.sign_in import current
from dashboard.server.updating import desk as desks
from dashboard.server.updating.inputs import Choices, choices, inputs
from data import rows
from data.changes.rows import Edit, Place, Saved, save, void
from data.due_returns import Desk
from data.engine import Engine
from data.people.rights import demand
from data.reader import Reader
from data.returns.sheets import SHEETS
from data.returns.texts import texts

CELL: Final = "cell-"


@dataclass(frozen=True)
class Form:
    """A form for one row, and what stands in it.

    Attributes:
        where: Whose row it is.
        place: On which sheet.
        row: Id of the row; nought for a new one.
        version: The version that was seen.
        cells: What stands in its fields.
    """

    where: Desk
    place: Place
    row: int
    version: int
    cells: Mapping[str, str]


def row_form(engine: Engine) -> Blueprint:
    """Return the routes of the form for one row."""
    routes = Blueprint(
        "update_row", __name__, url_prefix="/update/<partnership>/<organisation>/<sheet>"
    )
    reader = Reader(engine)

    @routes.get("/row")
    def one(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        demand(current.person_here(), "write rows", partnership, organisation)
        return _page(reader, _of_stored(engine, where, desks.place(where, sheet)))

    @routes.post("/row")
    def keep(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        form = _typed(where, desks.place(where, sheet))
        saved = save(engine, _edit(form), desks.author(where, "form"))
        if saved.theirs:
            return _both(form, saved.theirs)
        if saved.outcome.errors:
            return _page(reader, form, saved)
        done = "saved" if saved.outcome.new or saved.outcome.changed else "nothing"
        return redirect_done(f"{desks.home(where)}/{sheet}/", done)

    @routes.post("/void")
    def put_aside(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        form = _typed(where, desks.place(where, sheet))
        saved = void(engine, _edit(form), field("reason"), desks.author(where, "form"))
        if saved.outcome.errors:
            cells = _of_stored(engine, where, form.place).cells
            return _page(reader, Form(where, form.place, form.row, form.version, cells), saved)
        return redirect_done(f"{desks.home(where)}/{sheet}/", "voided")

    return routes


def stored(engine: Engine, place: Place) -> Mapping[str, Any] | None:
    """Return the row that is asked for; nothing where none is."""
    number = plain.number("row")
    if not number:
        return None
    found = rows.one(engine, current.person_here(), place, number)
    return found if found else abort(404)


def _of_stored(engine: Engine, where: Desk, place: Place) -> Form:
    """Return a form of the row that is asked for, or of a new one."""
    row = stored(engine, place)
    if row is None:
        return Form(where, place, 0, 0, {})
    return Form(where, place, row["id"], row["version"], texts(SHEETS[place.sheet], row))


def _typed(where: Desk, place: Place) -> Form:
    cells = {
        column.name: request.form.get(f"{CELL}{column.name}", "")
        for column in SHEETS[place.sheet].columns
    }
    return Form(where, place, plain.number("row"), plain.number("version"), cells)


def _edit(form: Form) -> Edit:
    return Edit(form.place, form.row or None, form.version, form.cells, plain.once())


def _page(reader: Reader, form: Form, saved: Saved | None = None) -> Response:
    sheet = SHEETS[form.place.sheet]
    with reader.snapshot() as snapshot:
        known: Choices = choices(snapshot, form.where)
    errors = saved.outcome.errors if saved else ()
    wrong = {one.column: one.words for one in errors}
    return plain.page(
        "update/row.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else 200,
        where=form.where,
        home=desks.home(form.where),
        sheet=sheet,
        inputs=inputs(sheet, form.cells, known, wrong, fixed=bool(form.row)),
        errors=errors,
        row=form.row,
        version=form.version,
        once=uuid4().hex,
        key=" ".join(form.cells.get(name, "") for name in sheet.key),
    )


def _both(form: Form, theirs: Mapping[str, Any]) -> Response:
    """Return both values side by side, for who saves later to choose."""
    sheet = SHEETS[form.place.sheet]
    held = texts(sheet, theirs)
    names: Sequence[str] = [
        name for name, cell in form.cells.items() if cell.strip() != held.get(name, "")
    ]
    return plain.page(
        "update/both.html",
        status=HTTPStatus.CONFLICT,
        where=form.where,
        home=desks.home(form.where),
        sheet=sheet,
        names=names,
        mine=form.cells,
        theirs=held,
        row=form.row,
        version=theirs["version"],
        who=theirs["updated_by"],
        when=theirs["updated_at"],
        once=uuid4().hex,
    )
