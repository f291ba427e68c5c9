"""A code from an app, besides the password, for those whose account could do most harm."""

from http import HTTPStatus
from time import time
from typing import Final

import pyotp
import segno
from flask import Blueprint, redirect, request, session
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import field, safe_path
from dashboard.server.sign_in import current
from dashboard.server.sign_in.onwards import go_on
from dashboard.server.sign_in.routes import NEXT
from dashboard.server.sign_in.sessions import now
from dashboard.wording import SERVICE
from data.changes import credentials
from data.engine import Engine
from data.people import accounts, person, tries

STEP: Final = 30
PROBLEM: Final = "That code is not right, or was used already. Wait for the next one."
SECRET: Final = "new_secret"  # noqa: S105 - the name of a place in the session.


def second_factor(engine: Engine) -> Blueprint:
    """Return the routes of the second factor."""
    routes = Blueprint("second_factor", __name__)

    @routes.get("/sign-in/code")
    def ask() -> Response:
        if current.waits_for_a_code() is None:
            return redirect("/sign-in", HTTPStatus.SEE_OTHER)
        return _ask()

    @routes.post("/sign-in/code")
    def take() -> Response:
        account = accounts.by_id(engine, current.waits_for_a_code() or 0)
        if account is None:
            return redirect("/sign-in", HTTPStatus.SEE_OTHER)
        name, address = f"code of {account.id}", request.remote_addr or ""
        made = tries.begin(engine, name, address, now())
        if wait := tries.wait(engine, made):
            tries.withdraw(engine, made)
            return _ask(HTTPStatus.TOO_MANY_REQUESTS, wait=wait)
        step = _step(account.totp_secret, field("code"))
        found = person.find(engine, account.id)
        if step is None or found is None or not credentials.take_step(engine, account.id, step):
            return _ask(HTTPStatus.UNAUTHORIZED, problem=PROBLEM)
        tries.forgive(engine, made)
        current.let_in(found, "code")
        return go_on(engine, field(NEXT))

    @routes.get("/account/second-factor")
    def set_up() -> Response:
        session[SECRET] = pyotp.random_base32()
        return _set_up()

    @routes.post("/account/second-factor")
    def keep() -> Response:
        here, secret = current.person_here(), session.get(SECRET)
        step = secret and _step(secret, field("code"))
        if not step:
            return _set_up(HTTPStatus.UNAUTHORIZED, problem=PROBLEM)
        credentials.set_second_factor(engine, current.author(), here.id or 0, secret)
        credentials.take_step(engine, here.id or 0, step)
        current.let_in(here, "code")
        session.pop(SECRET, None)
        return redirect("/account?saved=1", HTTPStatus.SEE_OTHER)

    return routes


def _step(secret: str, code: str) -> int | None:
    """Return which half minute a code is of; nothing if it is of none near now."""
    digits = "".join(code.split())
    moment = int(time()) // STEP
    maker = pyotp.TOTP(secret, interval=STEP)
    near = (moment, moment - 1, moment + 1)
    return next(
        (step for step in near if pyotp.utils.strings_equal(digits, maker.at(step * STEP))), None
    )


def _ask(status: int = 200, *, problem: str = "", wait: int = 0) -> Response:
    onwards = safe_path(request.values.get(NEXT, "/"))
    return plain.page("sign_in/code.html", status=status, problem=problem, wait=wait, next=onwards)


def _set_up(status: int = 200, *, problem: str = "") -> Response:
    here = current.person_here()
    secret = session.get(SECRET) or ""
    address = pyotp.TOTP(secret).provisioning_uri(name=here.email, issuer_name=SERVICE)
    return plain.page(
        "sign_in/second_factor.html",
        status=status,
        problem=problem,
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        picture=segno.make(address).svg_data_uri(scale=4),
        must=current.lacks_a_code(here),
    )
