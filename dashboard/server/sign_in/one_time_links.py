"""One-time links: an invitation to choose a first password, and a way back for who forgot it."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import field
from dashboard.server.sign_in.account import chosen
from dashboard.server.sign_in.sessions import now
from data.changes import credentials
from data.changes.author import Author
from data.engine import Engine
from data.people import accounts, links, tries
from data.people.links import Purpose

# Sends the link of a purpose to an account, by its id and address.
Send = Callable[[int, Purpose, str], object]


def one_time_links(engine: Engine, send: Send) -> Blueprint:
    """Return the routes of one-time links."""
    routes = Blueprint("one_time_links", __name__)

    @routes.get("/forgot")
    def forgot() -> Response:
        return plain.page("sign_in/forgot.html", sent=False)

    @routes.post("/forgot")
    def send_link() -> Response:
        name, address = f"link for {field('email').strip().lower()}", request.remote_addr or ""
        made = tries.begin(engine, name, address, now())
        if wait := tries.wait(engine, made):
            tries.withdraw(engine, made)
            return plain.page(
                "sign_in/forgot.html", status=HTTPStatus.TOO_MANY_REQUESTS, sent=False, wait=wait
            )
        if account := accounts.by_email(engine, field("email")):
            send(account.id, "reset", account.email)
        # The same words for everybody: who has an account is nobody's business.
        return plain.page("sign_in/forgot.html", sent=True)

    @routes.get("/welcome/<secret>")
    def welcome(secret: str) -> Response:
        owner = links.owner(engine, secret, now())
        if owner is None:
            return plain.page("sign_in/spent.html", status=HTTPStatus.GONE)
        return plain.page("sign_in/password.html", owner=owner)

    @routes.post("/welcome/<secret>")
    def choose(secret: str) -> Response:
        owner = links.owner(engine, secret, now())
        if owner is None:
            return plain.page("sign_in/spent.html", status=HTTPStatus.GONE)
        problem, digest = chosen(engine, owner.id, (owner.name, owner.email))
        if not problem and links.use(engine, secret, now()):
            author = Author(owner.email, "form")
            credentials.set_password(engine, author, owner.id, digest)
            return redirect("/sign-in?ready=1", HTTPStatus.SEE_OTHER)
        return plain.page(
            "sign_in/password.html", status=HTTPStatus.UNAUTHORIZED, owner=owner, problem=problem
        )

    return routes
