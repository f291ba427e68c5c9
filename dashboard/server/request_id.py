"""What a request is called: by it, whoever saw a fault and whoever reads the log mean the same."""

import re
from secrets import token_hex
from typing import Final

from flask import Flask, Response, g, has_request_context, request

from dashboard.server.sign_in import proxy

HEADER: Final = "X-Request-ID"
FORM: Final = re.compile(r"[A-Za-z0-9._-]{6,64}")


def use(server: Flask) -> None:
    """Have every answer of a server say what its request is called."""

    @server.after_request
    def say(response: Response) -> Response:
        response.headers[HEADER] = here()
        return response


def here() -> str:
    """Return what this request is called; blank where nobody asks anything.

    A proxy that is believed may have named it already, and then its own log says the same.
    """
    if not has_request_context():
        return ""
    if "request_id" not in g:
        said = request.headers.get(HEADER, "") if proxy.passed_on() else ""
        g.request_id = said if FORM.fullmatch(said) else token_hex(6)
    found: str = g.request_id
    return found
