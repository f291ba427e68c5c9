"""Refusals as programs read them."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from flask import Response, request

from dashboard.api.problems import body
from dashboard.server import request_id

PATH: Final = "/api/"
PROBLEM: Final = "application/problem+json"
ADVICE: Final[Mapping[int, str]] = {
    HTTPStatus.UNAUTHORIZED: "Send “Authorization: Bearer” and a token. One that has ended, or was "
    "revoked, does not do; make another at /account/tokens.",
    HTTPStatus.FORBIDDEN: "Your account, or this token of yours, does not reach so far.",
    HTTPStatus.NOT_FOUND: "What there is, is listed at /api/v1/openapi.json.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Nothing can be changed here. Ask by GET.",
}


def is_of_a_program() -> bool:
    """Return whether a request is one of the interface's."""
    return request.path.startswith(PATH)


def refused(status: int, title: str, advice: str) -> Response:
    """Return a refusal; ours are the words for what a page would say otherwise."""
    return problem(body(status, title, ADVICE.get(status, advice)))


def wait(seconds: int) -> Response:
    """Return what somebody is told who asks too often."""
    words = f"Ask again in {seconds} second{'' if seconds == 1 else 's'}."
    response = problem(body(HTTPStatus.TOO_MANY_REQUESTS, "Too many requests", words))
    response.headers["Retry-After"] = str(seconds)
    return response


def problem(found: Mapping[str, Any]) -> Response:
    """Return a problem as an answer."""
    # By this name whoever reads the log finds the request.
    text = json.dumps({**found, "reference": request_id.here()}, ensure_ascii=False)
    response = Response(text, found["status"], mimetype=PROBLEM)
    if found["status"] == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response
