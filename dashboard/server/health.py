"""Whether the service lives, and whether it can do its work."""

from collections.abc import Callable

from flask import Blueprint, Response


def health(problem: Callable[[], str]) -> Blueprint:
    """Return the two routes that whoever runs the service asks.

    Args:
        problem: Says what keeps the service from working; nothing if all is well.
    """
    routes = Blueprint("health", __name__, url_prefix="/healthz")

    @routes.get("/live")
    def live() -> Response:
        return Response("The service is running.\n", mimetype="text/plain")

    @routes.get("/ready")
    def ready() -> Response:
        found = problem()
        words = found or "The service is ready."
        return Response(f"{words}\n", 503 if found else 200, mimetype="text/plain")

    return routes
