"""Who may come in, and the rules a browser must keep with what we send it."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

from dashboard.server.pages import refusal
from dashboard.settings import LOOPBACK, Settings

# The only endpoints that answer before anybody signs in: whoever runs the service must see
# whether it lives, and needs no account for that.
OPEN_TO_ALL = frozenset({"health.live", "health.ready"})
READING = frozenset({"GET", "HEAD", "OPTIONS"})
SAME_ORIGIN = frozenset({"same-origin", "none"})
YEAR = 365 * 24 * 3600
REFUSED = 400


def close(server: Flask, settings: Settings) -> None:
    """Refuse whoever may not come in; call it before anything adds a route."""

    @server.before_request
    def refuse_strangers() -> Response | None:
        if request.endpoint in OPEN_TO_ALL or (settings.open_access and _from_this_machine()):
            return None
        return refusal(401)

    @server.before_request
    def refuse_other_sites() -> None:
        if request.method in READING:
            return
        if not _from_here():
            abort(403)
        if not request.is_json:
            abort(415)


def _from_this_machine() -> bool:
    # The name as well: another site may let its own name lead a browser to this machine.
    name = urlsplit(f"//{request.host}").hostname
    return name in LOOPBACK and request.remote_addr in LOOPBACK


def _from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is None and origin is None:
        # Programs that are no browsers say neither, and no other site can make them ask.
        return False
    if site is not None and site not in SAME_ORIGIN:
        return False
    return origin is None or urlsplit(origin).netloc == request.host


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
            request.path.startswith("/assets/")
            and "m" in request.args
            and response.status_code < REFUSED
        ):
            response.headers["Cache-Control"] = f"private, max-age={YEAR}, immutable"
        elif not request.path.startswith(("/_dash-component-suites/", "/assets/")):
            response.headers["Cache-Control"] = "no-store"
        return response
