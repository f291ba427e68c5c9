"""Rows of a sheet: listed, and one at a time in a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import CONFLICT, UNPROCESSABLE, field, told
from dashboard.server.sign_in import current
from dashboard.server.updating import desk as desks
from dashboard.server.updating.inputs import Choices, choices, inputs
from dashboard.server.updating.work import DONE
from data import history, rows
from data.changes.rows import Edit, Place, Saved, save, void
from data.changes.signing import identity
from data.engine import Engine
from data.people.rights import demand
from data.reader import Reader
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.work import Desk

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


def sheets(engine: Engine) -> Blueprint:
    """Return the routes of rows."""
    routes = Blueprint(
        "update_rows", __name__, url_prefix="/update/<partnership>/<organisation>/<sheet>"
    )
    reader = Reader(engine)

    @routes.get("/")
    def every(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        return _list(engine, where, desks.place(where, sheet))

    @routes.get("/row")
    def one(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        place = desks.place(where, sheet)
        demand(current.person_here(), "write rows", partnership, organisation)
        stored = _stored(engine, place)
        cells = texts(SHEETS[sheet], stored) if stored else {}
        number, version = (stored["id"], stored["version"]) if stored else (0, 0)
        return _form(reader, Form(where, place, number, version, cells))

    @routes.post("/row")
    def keep(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        form = _typed(where, desks.place(where, sheet))
        saved = save(engine, _edit(form), desks.author(where, "form"))
        if saved.theirs:
            return _both(form, saved.theirs)
        if saved.outcome.errors:
            return _form(reader, form, saved)
        done = "saved" if saved.outcome.new or saved.outcome.changed else "nothing"
        return told(f"{desks.home(where)}/{sheet}/", done)

    @routes.post("/void")
    def put_aside(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        form = _typed(where, desks.place(where, sheet))
        saved = void(engine, _edit(form), field("reason"), desks.author(where, "form"))
        if saved.outcome.errors:
            stored = _stored(engine, form.place) or {}
            cells = texts(SHEETS[sheet], stored)
            return _form(reader, Form(where, form.place, form.row, form.version, cells), saved)
        return told(f"{desks.home(where)}/{sheet}/", "voided")

    @routes.get("/history")
    def past(partnership: str, organisation: str, sheet: str) -> Response:
        where = desks.at(engine, partnership, organisation)
        place = desks.place(where, sheet)
        stored = _stored(engine, place)
        if stored is None:
            abort(404)
        lines = history.of_row(engine, current.person_here(), sheet, identity(sheet, stored))
        return plain.page(
            "update/history.html",
            where=where,
            home=desks.home(where),
            sheet=SHEETS[sheet],
            key=" ".join(str(stored[name]) for name in SHEETS[sheet].key),
            lines=lines,
            writes=desks.writes(where),
        )

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


def _stored(engine: Engine, place: Place) -> Mapping[str, Any] | None:
    number = plain.number("row")
    if not number:
        return None
    found = rows.one(engine, current.person_here(), place, number)
    return found if found else abort(404)


def _typed(where: Desk, place: Place) -> Form:
    cells = {
        column.name: request.form.get(f"{CELL}{column.name}", "")
        for column in SHEETS[place.sheet].columns
    }
    return Form(where, place, plain.number("row"), plain.number("version"), cells)


def _edit(form: Form) -> Edit:
    return Edit(form.place, form.row or None, form.version, form.cells, plain.once())


def _form(reader: Reader, form: Form, saved: Saved | None = None) -> Response:
    sheet = SHEETS[form.place.sheet]
    with reader.snapshot() as snapshot:
        known: Choices = choices(snapshot, form.where)
    errors = saved.outcome.errors if saved else ()
    wrong = {one.column: f"{one.problem} {one.fix}" for one in errors}
    return plain.page(
        "update/row.html",
        status=UNPROCESSABLE if errors else 200,
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
    stored = texts(sheet, theirs)
    names: Sequence[str] = [
        name for name, cell in form.cells.items() if cell.strip() != stored.get(name, "")
    ]
    return plain.page(
        "update/both.html",
        status=CONFLICT,
        where=form.where,
        home=desks.home(form.where),
        sheet=sheet,
        names=names,
        mine=form.cells,
        theirs=stored,
        row=form.row,
        version=theirs["version"],
        who=theirs["updated_by"],
        when=theirs["updated_at"],
        once=uuid4().hex,
    )
