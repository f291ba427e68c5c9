"""Files and pasted rows: read, matched, looked at before and after, and confirmed."""

from contextlib import closing
from dataclasses import replace
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.server import plain
from dashboard.server.plain import field, redirect_done
from dashboard.server.sign_in import current
from dashboard.server.updating import desk as desks
from dashboard.server.updating import matching
from dashboard.server.updating.pasted import with_heading
from data.changes import previews, waiting_files
from data.changes.previews import Preview, confirm, preview
from data.changes.waiting_files import Sent
from data.due_returns import Desk
from data.engine import Engine
from data.history import demand_whole
from data.people.rights import demand
from data.reader import Reader
from data.returns.by_hand import Matching
from data.returns.limits import Limits
from data.returns.marked import marked
from data.returns.stored import content
from data.returns.template import make

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Nobody reads more of a preview; the counts say how many there are.
SHOWN: Final = 200


def files(engine: Engine, limits: Limits) -> Blueprint:
    """Return the routes of templates, files and pasted rows.

    Args:
        engine: Of the database.
        limits: How much a file may hold and cost.
    """
    routes = Blueprint("update_files", __name__, url_prefix="/update/<partnership>/<organisation>")
    reader = Reader(engine)

    @routes.get("/template.xlsx")
    def template(partnership: str, organisation: str) -> Response:
        demand_whole(current.person_here(), partnership, organisation)
        desks.at(engine, partnership, organisation)
        with reader.snapshot() as snapshot:
            found = content(snapshot, organisation, partnership)
        return plain.file(make(found), f"{organisation}.xlsx", WORKBOOK)

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
        return _answer(where, preview(engine, sent, desks.author(where, sent.door), limits))

    @routes.post("/file/match")
    def match(partnership: str, organisation: str) -> AnyResponse:
        where = desks.at(engine, partnership, organisation)
        author, token = desks.author(where, "file"), field("token")
        if choices := matching.choices():
            said = matching.of(choices)
            return _answer(where, previews.match(engine, token, choices, author, limits), said)
        sent = replace(
            waiting_files.find(engine, token, author).sent, leave_out=bool(field("leave_out"))
        )
        if field("marked") or sent.leave_out:
            return _answer(where, preview(engine, sent, author, limits))
        # It is asked again, and what was said before stands there.
        again = replace(sent, sheet=desks.sheet_asked(where) or sent.sheet, matching={})
        return _answer(where, preview(engine, again, author, limits), sent.matching)

    @routes.post("/file/confirm")
    def take_in(partnership: str, organisation: str) -> AnyResponse:
        where = desks.at(engine, partnership, organisation)
        author, chosen = desks.author(where, "file"), bool(field("leave_out"))
        found = confirm(engine, field("token"), author, limits, leave_out=chosen)
        if found.stale or found.asked or found.outcome.errors or found.outcome.known_since:
            return _answer(where, found)
        return redirect_done(desks.home(where), "taken")

    return routes


def _ask(where: Desk, problem: str = "") -> AnyResponse:
    return plain.page(
        "update/file.html",
        problem=problem,
        where=where,
        home=desks.home(where),
        sheets=desks.titles(where),
        pasted=field("rows"),
        named=field("named"),
        sheet=field("sheet"),
    )


def _sent(where: Desk) -> Sent | None:
    sheet = desks.sheet_asked(where)
    place = (where.partnership, where.organisation)
    if rows := field("rows").strip("\r\n"):
        whole = rows if field("named") else with_heading(rows, sheet)
        # A last line without its end would look as if the rest had been cut off.
        contents = f"{whole}\n".encode("utf-8", "replace")
        return Sent(*place, sheet, "paste", "pasted rows.csv", contents)
    file = request.files.get("file")
    if file is None or not file.filename:
        return None
    # A workbook names its sheets itself.
    only = sheet if file.filename.casefold().endswith(".csv") else None
    with closing(file):
        return Sent(*place, only, "file", file.filename, file.read())


def _answer(where: Desk, found: Preview, said: Matching | None = None) -> AnyResponse:
    """Return the page that a file leads to, or the file with its problems marked.

    Args:
        where: Whose rows it holds.
        found: What would become of it.
        said: What somebody has said of its columns so far.
    """
    if field("marked") and found.asked != "sheet":
        contents = marked(found.reading, found.outcome.errors)
        return plain.file(contents, "problems-marked.xlsx", WORKBOOK)
    outcome, sent = found.outcome, found.sent
    return plain.page(
        f"update/{f'match_{found.asked}' if found.asked else 'preview'}.html",
        status=_status(found),
        where=where,
        home=desks.home(where),
        found=found,
        outcome=outcome,
        errors=outcome.errors[:SHOWN],
        changes=outcome.changes[:SHOWN],
        queries=outcome.queries[:SHOWN],
        matched=[
            (grid.sheet.name, len(grid.positions), len(grid.rows)) for grid in found.reading.grids
        ],
        questions=matching.questions(found, said or {}),
        sheets=desks.titles(where),
        pasted=sent.contents.decode() if sent.door == "paste" else "",
        named=field("named"),
        sheet=sent.sheet,
    )


def _status(found: Preview) -> HTTPStatus:
    if found.outcome.errors or found.wrong:
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.CONFLICT if found.stale else HTTPStatus.OK
