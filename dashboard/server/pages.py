"""Plain pages of the server itself: refusals and faults, in words."""

from html import escape
from typing import Final

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

WORDS: Final = {
    400: ("Something is wrong with that request", "Go back and try again."),
    401: (
        "Sign in to see this",
        "This service is open to people of the partnerships only. Signing in comes with a later "
        "version; until then ask whoever runs the service for the figures you need.",
    ),
    403: ("That request came from elsewhere", "Open the service itself and try again."),
    404: ("Nothing here", "There is nothing at this address. Start again from the overview."),
    405: ("That can't be done here", "Go back and try again."),
    413: ("That is too large", "Send less at a time."),
    415: ("That is not in a form the service takes", "Open the service itself and try again."),
    500: ("Something went wrong", "Nothing was changed. Try again in a minute."),
    503: ("The database can't be reached", "Try again in a minute."),
}


def refusal(status: int) -> Response:
    """Return a refusal: a page for a browser that opens one, plain text for everything else."""
    title, advice = WORDS.get(status, WORDS[500])
    if "text/html" not in request.headers.get("Accept", ""):
        return Response(f"{title}. {advice}\n", status, mimetype="text/plain")
    return Response(PAGE.format(title=escape(title), advice=escape(advice)), status)


def answer_errors(server: Flask) -> None:
    """Answer every error in words, with nothing of the inside in them."""

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        return refusal(error.code or 500)


PAGE: Final = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} &ndash; Teaching Partnership Dashboard</title>
<style>
body {{ font: 1.125rem/1.5 Arial, sans-serif; color: #0b0c0c; margin: 3rem auto; max-width: 38rem;
  padding: 0 1rem; }}
</style>
</head>
<body><main><h1>{title}</h1><p>{advice}</p></main></body>
</html>
"""
