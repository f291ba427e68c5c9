"""One's own account: what it reaches, and another password."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from dashboard.server import passwords, plain
from dashboard.server.plain import field
from dashboard.server.sign_in import current, local
from dashboard.server.sign_in.sessions import now
from dashboard.wording import SERVICE
from data.changes import credentials
from data.engine import Engine
from data.people import accounts
from data.people.person import Person

BUSY: Final = "The service is busy just now. Try again in a moment."


def own_account(engine: Engine) -> Blueprint:
    """Return the routes of one's own account."""
    routes = Blueprint("account", __name__)

    @routes.get("/account")
    def show() -> Response:
        return _account(engine)

    @routes.get("/account/stay")
    def stay() -> Response:
        # That somebody asked for it is all there is to it.
        return Response(status=204)

    @routes.post("/account/password")
    def change() -> Response:
        here = current.person_here()
        answer = local.sign_in(
            engine, here.email, field("former"), request.remote_addr or "", now()
        )
        if answer.account is None:
            wrong = "The password you use now is not right." if not answer.wait else BUSY
            return _account(engine, HTTPStatus.UNAUTHORIZED, problem=wrong)
        problem, digest = chosen(engine, here.id or 0, (here.name, here.email))
        if problem:
            return _account(engine, HTTPStatus.UNAUTHORIZED, problem=problem)
        credentials.set_password(engine, current.author(), here.id or 0, digest)
        current.see_out()
        return redirect("/sign-in?ready=1", HTTPStatus.SEE_OTHER)

    return routes


def chosen(engine: Engine, user: int, names: tuple[str, ...]) -> tuple[str, str]:
    """Return why the password that a form chooses won't do, or what to keep of it."""
    password = field("password")
    known = (*names, *names[1].split("@"), SERVICE, *accounts.reach(engine, user))
    if problem := passwords.fault(password, known):
        return problem, ""
    if password != field("again"):
        return "The two passwords differ. Type the same one twice.", ""
    try:
        return "", passwords.hashed(password)
    except passwords.BusyError:
        return BUSY, ""


def _account(engine: Engine, status: int = 200, *, problem: str = "") -> Response:
    here: Person = current.person_here()
    return plain.page(
        "sign_in/account.html",
        status=status,
        problem=problem,
        saved="saved" in request.args,
        own=accounts.by_id(engine, here.id) if here.id else None,
        reach=accounts.reach(engine, here.id) if here.id else [],
        must=current.lacks_a_code(here),
    )
