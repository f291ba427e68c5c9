"""Counts and notes each request."""

from collections.abc import Sequence
from hmac import compare_digest
from http import HTTPStatus
from logging import DEBUG, INFO, getLogger
from time import perf_counter
from typing import Final

from flask import Blueprint, Flask, Response, abort, g, request
from prometheus_client import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from dashboard.navigation import MenuEntry
from dashboard.server.error_pages import ANY_PAGE
from dashboard.server.payload import UPDATE
from dashboard.server.request_origin import page_that_asks
from dashboard.server.watching.metrics import Metrics

LOG: Final = getLogger("dashboard.requests")
NOWHERE: Final = "no such address"
UNKNOWN: Final = "another page"
# Asked every few seconds by programs and open pages, so that a log would hold little else.
EVER_AGAIN: Final = frozenset({"health.live", "health.ready", "metrics.show", "refresh.latest"})


def watch(server: Flask, metrics: Metrics, pages: Sequence[MenuEntry]) -> None:
    """Have a server count and note each request; call it before anything else adds a hook.

    Args:
        server: The server.
        metrics: Where to count.
        pages: Those of figures; whatever other page is asked for counts as one.
    """
    paths = sorted((page.path for page in pages), key=len, reverse=True)

    @server.before_request
    def begin() -> None:
        g.began = perf_counter()

    @server.after_request
    def note(response: Response) -> Response:
        seconds = perf_counter() - g.get("began", perf_counter())
        route = _route(paths)
        metrics.answered(request.method, route, response.status_code, seconds)
        if request.path == UPDATE and response.status_code == HTTPStatus.OK:
            metrics.asked(_page(page_that_asks(), paths), seconds)
        dull = request.endpoint in EVER_AGAIN and response.status_code < HTTPStatus.BAD_REQUEST
        LOG.log(
            DEBUG if dull else INFO,
            "%s %s %s",
            request.method,
            route,
            response.status_code,
            extra={"told": {"route": route, "milliseconds": round(1000 * seconds)}},
        )
        return response


def exposed(metrics: Metrics, token: str, gauges: Collector) -> Blueprint:
    """Return the route that Prometheus asks; without a token nobody may.

    Args:
        metrics: What was counted.
        token: What whoever asks must know.
        gauges: What is asked of the database besides.
    """
    routes = Blueprint("metrics", __name__)

    @routes.get("/metrics")
    def show() -> Response:
        said = request.headers.get("Authorization", "")
        if not token:
            abort(404)
        if not compare_digest(said.encode(), f"Bearer {token}".encode()):
            abort(401)
        return Response(metrics.text(gauges), content_type=CONTENT_TYPE_LATEST)

    return routes


def _route(paths: Sequence[str]) -> str:
    """Return the form of an address, and nothing that somebody typed or was given."""
    rule = request.url_rule
    if rule is None:
        return NOWHERE
    return _page(request.path, paths) if rule.rule == ANY_PAGE else rule.rule


def _page(path: str, paths: Sequence[str]) -> str:
    """Return the page that an address is of, or lies within."""
    within = (known for known in paths if path == known or path.startswith(f"{known}/"))
    return next(within, UNKNOWN)
