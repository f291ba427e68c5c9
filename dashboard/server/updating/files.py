"""Files and pasted rows: read, looked at before and after, and confirmed."""

import re
from typing import Final

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.server import plain
from dashboard.server.plain import CONFLICT, UNPROCESSABLE, field, told
from dashboard.server.sign_in import current
from dashboard.server.updating import desk as desks
from data.changes.author import Door
from data.changes.waiting import Preview, Sent, confirm, preview, read_again
from data.engine import Engine
from data.history import demand_whole
from data.people.rights import demand
from data.reader import Reader
from data.returns.marked import marked
from data.returns.names import normal
from data.returns.sheets import SHEETS
from data.returns.stored import content
from data.returns.template import make
from data.work import Desk

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Nobody reads more of a preview; the counts say how many there are.
SHOWN: Final = 200
PARTED: Final = re.compile(r"[\t,;]")


def files(engine: Engine) -> Blueprint:
    """Return the routes of templates, files and pasted rows."""
    routes = Blueprint("update_files", __name__, url_prefix="/update/<partnership>/<organisation>")
    reader = Reader(engine)

    @routes.get("/template.xlsx")
    def template(partnership: str, organisation: str) -> Response:
        demand_whole(current.person_here(), partnership, organisation)
        desks.at(engine, partnership, organisation)
        with reader.snapshot() as snapshot:
            found = content(snapshot, organisation, partnership)
        return _workbook(make(found), f"{organisation}.xlsx")

    @routes.get("/file")
    def ask(partnership: str, organisation: str) -> AnyResponse:
        where = desks.at(engine, partnership, organisation)
        demand(current.person_here(), "write rows", partnership, organisation)
        return _ask(where)

    @routes.post("/file")
    def look(partnership: str, organisation: str) -> AnyResponse:
        where = desks.at(engine, partnership, organisation)
        sent = _sent(where)
        if sent is None:
            return _ask(where, "Choose a file, or paste rows.")
        author = desks.author(where, sent.door)
        if field("marked"):
            found = preview(engine, sent, author)
            held = read_again(engine, sent, author)
            return _workbook(marked(held, found.outcome.errors), "problems-marked.xlsx")
        return _show(where, preview(engine, sent, author), sent)

    @routes.post("/file/confirm")
    def take_in(partnership: str, organisation: str) -> AnyResponse:
        where = desks.at(engine, partnership, organisation)
        door: Door = "paste" if field("door") == "paste" else "file"
        found = confirm(engine, field("token"), desks.author(where, door))
        if found.stale or found.outcome.errors or found.outcome.known_since:
            return _show(where, found, None)
        return told(desks.home(where), "taken")

    return routes


def _ask(where: Desk, problem: str = "") -> AnyResponse:
    return plain.page(
        "update/file.html",
        status=UNPROCESSABLE if problem else 200,
        problem=problem,
        where=where,
        home=desks.home(where),
        sheets=[(name, SHEETS[name].title) for name in desks.sheets(where)],
        pasted=field("rows"),
        sheet=field("sheet"),
    )


def _sent(where: Desk) -> Sent | None:
    sheet = field("sheet") or None
    if sheet is not None and sheet not in desks.sheets(where):
        abort(404)
    place = (where.partnership, where.organisation)
    if rows := field("rows").strip("\r\n"):
        # A last line without its end would look as if the rest had been cut off.
        contents = f"{_with_heading(rows, sheet)}\n".encode("utf-8", "replace")
        return Sent(*place, sheet, "paste", "pasted rows.csv", contents)
    file = request.files.get("file")
    if file is None or not file.filename:
        return None
    # A workbook names its sheets itself.
    only = sheet if file.filename.casefold().endswith(".csv") else None
    return Sent(*place, only, "file", file.filename, file.read())


def _with_heading(rows: str, sheet: str | None) -> str:
    """Return pasted rows under a heading: cells alone are taken in the order of the template."""
    if sheet is None:
        return rows
    names = [column.name for column in SHEETS[sheet].columns]
    known = {normal(name) for name in names}
    first = PARTED.split(rows.splitlines()[0])
    if any(normal(cell) in known for cell in first):
        return rows
    return "\t".join(names) + "\n" + rows


def _show(where: Desk, found: Preview, sent: Sent | None) -> AnyResponse:
    outcome = found.outcome
    return plain.page(
        "update/preview.html",
        status=UNPROCESSABLE if outcome.errors else CONFLICT if found.stale else 200,
        where=where,
        home=desks.home(where),
        token=found.token,
        outcome=outcome,
        stale=found.stale,
        errors=outcome.errors[:SHOWN],
        changes=outcome.changes[:SHOWN],
        queries=outcome.queries[:SHOWN],
        matched=[
            (grid.sheet.name, len(grid.positions), len(grid.rows)) for grid in found.reading.grids
        ],
        door=sent.door if sent else field("door"),
        sheets=[(name, SHEETS[name].title) for name in desks.sheets(where)],
        pasted=sent.contents.decode() if sent and sent.door == "paste" else "",
        sheet=sent.sheet if sent else "",
    )


def _workbook(contents: bytes, name: str) -> Response:
    told_ = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(contents, mimetype=WORKBOOK, headers=told_)
