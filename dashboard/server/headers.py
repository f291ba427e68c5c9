"""The rules that a browser must keep with what we send it."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Final

from flask import Flask, Response, request

from dashboard.server.api.refusals import is_of_a_program
from dashboard.server.plain import SCRIPT, STYLE

YEAR: Final = 365 * 24 * 3600


class Headers:
    """Puts the browser's rules on every answer, errors included."""

    def __init__(self, server: Flask) -> None:
        """Start strict: until the page's own scripts are known, nothing may run."""
        self._policy = "default-src 'none'"
        server.after_request(self._add)

    def allow_scripts(self, hashes: Iterable[str]) -> None:
        """Let the page's own inline scripts run, named by their hashes, and none besides."""
        self._policy = "; ".join(
            (
                "default-src 'self'",
                " ".join(("script-src 'self'", *hashes)),
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "form-action 'self'",
            )
        )

    def _add(self, response: Response) -> Response:
        response.headers.update(
            {
                "Content-Security-Policy": self._policy,
                "Cross-Origin-Opener-Policy": "same-origin",
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "same-origin",
            }
        )
        if (
            request.path.startswith(("/assets/", STYLE, SCRIPT))
            and "m" in request.args
            and response.status_code < HTTPStatus.BAD_REQUEST
        ):
            response.headers["Cache-Control"] = f"private, max-age={YEAR}, immutable"
        elif is_of_a_program() and response.status_code < HTTPStatus.BAD_REQUEST:
            # It may be kept by whoever asked, and asks each time whether it still holds.
            response.headers["Cache-Control"] = "private, no-cache"
        elif not request.path.startswith(("/_dash-component-suites/", "/assets/")):
            response.headers["Cache-Control"] = "no-store"
        return response
