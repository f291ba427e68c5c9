"""The way in and the way out."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import field, safe_path
from dashboard.server.sign_in import current, local
from dashboard.server.sign_in.onwards import go_on
from dashboard.server.sign_in.sessions import now
from dashboard.settings import LOOPBACK
from data.engine import Engine
from data.people import accounts, person

NEXT: Final = "next"


@dataclass(frozen=True)
class Ways:
    """The ways in that are open here.

    Attributes:
        providers: Key and name of each service that people can sign on with.
        demo: Accounts to try the service with, on a developer's own machine: address, name, role.
    """

    providers: Sequence[tuple[str, str]] = ()
    demo: Sequence[tuple[str, str, str]] = ()


def sign_in(engine: Engine, ways: Ways) -> Blueprint:
    """Return the routes of signing in and out."""
    routes = Blueprint("sign_in", __name__)

    @routes.get("/sign-in")
    def ask() -> Response:
        return _form(engine, ways)

    @routes.post("/sign-in")
    def take() -> Response:
        answer = local.sign_in(
            engine, field("email"), field("password"), request.remote_addr or "", now()
        )
        if answer.wait:
            response = _form(engine, ways, HTTPStatus.TOO_MANY_REQUESTS, wait=answer.wait)
            response.headers["Retry-After"] = str(answer.wait)
            return response
        found = answer.account and person.find(engine, answer.account.id)
        if found is None:
            return _form(engine, ways, HTTPStatus.UNAUTHORIZED, problem=local.WRONG)
        if answer.account.totp_secret:
            return _ask_for_a_code(found.id)
        current.let_in(found, "password")
        return go_on(engine, field(NEXT))

    @routes.post("/sign-in/demo")
    def try_out() -> Response:
        email = field("email")
        # The name as well: another site may let its own name lead a browser to this machine.
        name = urlsplit(f"//{request.host}").hostname
        if name not in LOOPBACK or email not in {one for one, _, _ in ways.demo}:
            abort(404)
        account = accounts.by_email(engine, email)
        found = account and person.find(engine, account.id)
        if not found:
            abort(404)
        current.let_in(found, "demo")
        return go_on(engine, field(NEXT))

    @routes.route("/sign-out", methods=["POST"])
    def leave() -> Response:
        current.see_out()
        return redirect("/sign-in?left=1", HTTPStatus.SEE_OTHER)

    return routes


def _form(
    engine: Engine, ways: Ways, status: int = 200, *, problem: str = "", wait: int = 0
) -> Response:
    return plain.page(
        "sign_in/sign_in.html",
        status=status,
        problem=problem,
        wait=wait,
        email=field("email"),
        next=safe_path(request.values.get(NEXT, "/")),
        left="left" in request.args,
        ready="ready" in request.args,
        ways=ways,
        demo=[each for each in ways.demo if accounts.by_email(engine, each[0])],
    )


def _ask_for_a_code(user: int | None) -> Response:
    current.remember_for_a_code(user)
    return redirect(f"/sign-in/code?{NEXT}={safe_path(field(NEXT))}", HTTPStatus.SEE_OTHER)
