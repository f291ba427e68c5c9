"""Plain pages of the server itself: refusals and faults, in words."""

from collections.abc import Callable
from html import escape
from http import HTTPStatus
from typing import Final

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from dashboard.malformed import MalformedError
from dashboard.server import request_id
from dashboard.server.api import refusals
from dashboard.server.index import ICON
from data.editions.frozen import DamagedError
from data.health import DatabaseError, said, took_too_long
from data.people.rights import DeniedError

# Dash answers every address that is nothing else with the same document.
ANY_PAGE: Final = "/<path:path>"
PAGE_ROUTES: Final = ("/", ANY_PAGE)
# Gone for good, which no later try mends.
DAMAGED: Final = HTTPStatus.GONE
# How large a file may be, by this name of the server's configuration.
UPLOAD_MEGABYTES: Final = "UPLOAD_MEGABYTES"
GRID: Final = "/grid"
# What is forbidden for want of a right, and not because another site asks.
DENIED: Final = (
    "You may not do that",
    "Your account does not reach so far. The manager of the partnership or an administrator "
    "can change that.",
)
WORDS: Final = {
    400: ("Something is wrong with that request", "Go back and try again."),
    401: (
        "Sign in to see this",
        "You are signed out, or have not signed in yet. Open /sign-in and try again.",
    ),
    403: ("That request came from elsewhere", "Open the service itself and try again."),
    404: ("Nothing here", "There is nothing at this address. Start again from the overview."),
    405: ("That can't be done here", "Go back and try again."),
    DAMAGED: (
        "This edition is damaged",
        "Its rows are not those that it was made of, so that none of its figures is shown. Whoever "
        "runs the service sees what differs with “partnership edition verify”, and puts it back "
        "from a backup. Other editions can be read under /reports/.",
    ),
    411: ("That does not say how long it is", "Open the service itself and try again."),
    413: ("That is too large", "A file may have up to {} MB. Send it in parts."),
    415: ("That is not in a form the service takes", "Open the service itself and try again."),
    500: ("Something went wrong", "Nothing was changed. Try again in a minute."),
    503: (
        "The database can't be used",
        "Nothing was changed. It can't be reached, is full or is not prepared. Try again in a "
        "minute; whoever runs the service sees more under /healthz/ready.",
    ),
    504: (
        "That took too long",
        "Nothing was changed. Choose something narrower, or try again in a minute.",
    ),
}


def refusal(status: int) -> Response:
    """Return a refusal: a page for a browser that opens one, plain text for everything else."""
    title, advice = WORDS.get(status, WORDS[HTTPStatus.INTERNAL_SERVER_ERROR])
    return _refusal(status, title, advice.format(current_app.config[UPLOAD_MEGABYTES]))


def denial() -> Response:
    """Return the refusal of what somebody has no right to."""
    return _refusal(HTTPStatus.FORBIDDEN, *DENIED)


def _refusal(status: int, title: str, advice: str) -> Response:
    if refusals.is_of_a_program():
        return refusals.refused(status, title, advice)
    if "text/html" not in request.headers.get("Accept", ""):
        words = f"{title}. {advice}\nReference: {request_id.here()}\n"
        return Response(words, status, mimetype="text/plain")
    words = PAGE.format(
        icon=ICON, title=escape(title), advice=escape(advice), reference=request_id.here()
    )
    return Response(words, status)


def answer_errors(server: Flask) -> None:
    """Answer every error in words, with nothing of the inside in them."""

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        cause = getattr(error, "original_exception", None)
        if isinstance(cause, DatabaseError):
            return _of_the_database(cause)
        response = refusal(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        if isinstance(error, MethodNotAllowed):
            response.allow.update(error.valid_methods or ())
        return response

    @server.errorhandler(DatabaseError)
    def without_database(error: DatabaseError) -> Response:
        server.logger.error("The database failed: %s", said(error))
        return _of_the_database(error)


def _of_the_database(error: DatabaseError) -> Response:
    slow = took_too_long(error)
    return refusal(HTTPStatus.GATEWAY_TIMEOUT if slow else HTTPStatus.SERVICE_UNAVAILABLE)


def answer_malformed(server: Flask) -> None:
    """Refuse what none of our pages sends; nothing was done then."""

    @server.errorhandler(MalformedError)
    def malformed(_error: MalformedError) -> Response:
        return refusal(400)


def answer_denied(server: Flask, note: Callable[[str], None]) -> None:
    """Refuse who asks for what they have no right to, and note that they did.

    Args:
        server: The server.
        note: Notes what was asked for.
    """

    @server.errorhandler(DeniedError)
    def denied(error: DeniedError) -> Response:
        note(error.action)
        return denial()


def answer_damaged(server: Flask) -> None:
    """Say that an edition is not what it was, rather than show any of it."""

    @server.errorhandler(DamagedError)
    def damaged(error: DamagedError) -> Response:
        # What it says names the edition, and nothing that anybody typed.
        server.logger.error("%s", error)
        return refusal(DAMAGED)


def refuse_unready(server: Flask, problem: Callable[[], str]) -> None:
    """Say that the database is not there, rather than begin a page that can't be drawn.

    Args:
        server: The server.
        problem: Says what keeps the service from working; nothing if all is well.
    """

    @server.before_request
    def refuse() -> Response | None:
        if request.endpoint in PAGE_ROUTES and problem():
            return refusal(HTTPStatus.SERVICE_UNAVAILABLE)
        return None


def answer_unknown(server: Flask, has: Callable[[str], bool]) -> None:
    """Give pages that don't exist the status of their kind; their words come with the page.

    Args:
        server: The server.
        has: Returns whether there is a page at a path, for whoever asks.
    """

    @server.after_request
    def mark(response: Response) -> Response:
        # Whoever may not see a grid is told so by the page itself.
        is_page = request.endpoint == ANY_PAGE and not request.path.endswith(GRID)
        try:
            if is_page and response.status_code == HTTPStatus.OK and not has(request.path):
                response.status_code = HTTPStatus.NOT_FOUND
        except DamagedError:
            # The page itself says it, once it asks for its figures.
            response.status_code = DAMAGED
        return response


PAGE: Final = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} &ndash; Teaching Partnership Dashboard</title>
{icon}
<style>
body {{ font: 1.125rem/1.5 Arial, sans-serif; color: #0b0c0c; margin: 3rem auto; max-width: 38rem;
  padding: 0 1rem; }}
a {{ color: #12436d; }}
</style>
</head>
<body><main><h1>{title}</h1><p>{advice}</p>
<p><a href="/">Overview</a></p>
<p><small>Reference: {reference}</small></p></main></body>
</html>
"""
