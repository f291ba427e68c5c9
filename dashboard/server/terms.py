"""The page on which somebody accepts the terms of sharing data for their organisation."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Flask, g, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.sign_in import current
from dashboard.terms import TERMS
from data.engine import Engine
from data.people.terms import WORDING
from data.protection import terms as accepted
from data.reference import names

UPDATE: Final = "/update/"


def ask_first(server: Flask) -> None:
    """Have a server show the terms before a return whose organisation has not accepted them."""

    @server.before_request
    def ask() -> Response | None:
        person, asked = g.get("person"), (request.view_args or {}).get("organisation")
        opens = request.method == "GET" and request.path.startswith(UPDATE)
        if person is None or not opens or asked not in person.unagreed:
            return None
        return redirect(url_for("terms.read", organisation=asked, next=request.path))


def terms(engine: Engine) -> Blueprint:
    """Return the routes of the terms."""
    routes = Blueprint("terms", __name__, url_prefix="/terms")

    @routes.get("/<organisation>")
    def read(organisation: str) -> Response:
        return plain.page(
            "terms.html",
            organisation=organisation,
            name=_names(engine).get(organisation, organisation),
            terms=TERMS,
            wording=WORDING,
            asked=organisation in current.person_here().unagreed,
            next=_next(request.args.get("next", "")),
        )

    @routes.post("/<organisation>")
    def accept(organisation: str) -> Response:
        accepted.accept(engine, current.author(), organisation)
        return redirect(_next(plain.field("next")), HTTPStatus.SEE_OTHER)

    return routes


def _names(engine: Engine) -> dict[str, str]:
    return dict(names(engine, ["organisation"])["organisation"])


def _next(path: str) -> str:
    """Return where to go on; nowhere outside the returns."""
    return path if path.startswith(UPDATE) else UPDATE
