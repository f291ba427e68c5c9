"""Accounts as pages: who may come in, as what, and how far they reach."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from dashboard.invitations import Invitations
from dashboard.server import plain
from dashboard.server.plain import field
from dashboard.server.sign_in import current
from data import reference
from data.changes import credentials, people
from data.engine import Engine
from data.people import account_values, accounts, mails
from data.people.links import Purpose
from data.people.rights import demand
from data.returns.problems import RefusedError
from data.schema.people import ROLES, SCOPE_KINDS


def administer_people(engine: Engine, invitations: Invitations) -> Blueprint:
    """Return the routes of accounts."""
    routes = Blueprint("admin_people", __name__, url_prefix="/admin/people")
    acts = _acts(engine, invitations)

    @routes.before_request
    def only_administrators() -> None:
        demand(current.person_here(), "administer")

    @routes.get("/")
    def every() -> Response:
        return _list(engine)

    @routes.post("/")
    def add() -> Response:
        try:
            new = people.New(field("email"), field("name"), field("role"))
            people.add(engine, current.author(), new)
        except RefusedError as refused:
            return _list(engine, refused.words)
        return redirect(
            f"/admin/people/{account_values.email(field('email'))}", HTTPStatus.SEE_OTHER
        )

    @routes.get("/<email>")
    def one(email: str) -> Response:
        return _one(engine, _known(engine, email))

    @routes.post("/<email>/<act>")
    def change(email: str, act: str) -> Response:
        account = _known(engine, email)
        if act not in acts:
            abort(404)
        try:
            told = acts[act](account)
        except RefusedError as refused:
            return _one(engine, account, problem=refused.words)
        return _one(engine, _known(engine, email), told=told)

    @routes.get("/mail")
    def sent() -> Response:
        return plain.page("admin/mail.html", letters=mails.latest(engine))

    return routes


def _acts(engine: Engine, invitations: Invitations) -> dict[str, Callable[[Any], str]]:
    """Return what can be done to an account, by the last part of the address."""

    def role(account: Any) -> str:
        people.rename(engine, current.author(), account["email"], field("name"))
        people.set_role(engine, current.author(), account["email"], field("role"))
        return "Saved. It counts from their next click on."

    def reach(account: Any) -> str:
        kept = [scope.split(":", 1) for scope in account["scopes"] if field(scope)]
        added = [(kind, field(kind)) for kind in SCOPE_KINDS if field(kind)]
        pairs = [(kind, code) for kind, code in (*kept, *added)]
        people.set_scopes(engine, current.author(), account["email"], pairs)
        return "Saved. It counts from their next click on."

    def link(account: Any) -> str:
        purpose: Purpose = "reset" if account["has_password"] else "invitation"
        address, failure = invitations.send(
            account["id"], purpose, account["email"], current.person_here().email
        )
        if failure:
            return f"{failure} Give them this link yourself; it works once: {address}"
        return f"A link is on its way to {account['email']}."

    def shut_out(account: Any) -> str:
        people.disable(engine, current.author(), account["email"])
        return "They are signed out everywhere and can't come in any more."

    def let_in(account: Any) -> str:
        people.enable(engine, current.author(), account["email"])
        return "They can come in again."

    def without_code(account: Any) -> str:
        credentials.set_second_factor(engine, current.author(), account["id"], None)
        return "They set up a second factor anew at the next sign-in."

    return {
        "role": role,
        "reach": reach,
        "link": link,
        "disable": shut_out,
        "enable": let_in,
        "without-code": without_code,
    }


def _known(engine: Engine, email: str) -> Any:
    found = next((one for one in accounts.every(engine) if one["email"] == email), None)
    if found is None:
        abort(404)
    return found


def _list(engine: Engine, problem: str = "") -> Response:
    return plain.page(
        "admin/people.html",
        problem=problem,
        accounts=accounts.every(engine),
        roles=ROLES,
        email=field("email"),
        name=field("name"),
        role=field("role"),
    )


def _one(engine: Engine, account: Any, *, problem: str = "", told: str = "") -> Response:
    return plain.page(
        "admin/person.html",
        problem=problem,
        told=told,
        account=account,
        roles=ROLES,
        reaches=reference.names(engine, SCOPE_KINDS),
    )
