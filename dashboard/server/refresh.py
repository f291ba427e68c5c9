"""Tells open pages that somebody changed the data."""

from collections.abc import Callable

from flask import Blueprint, jsonify, request
from werkzeug.wrappers import Response

from dashboard import formatting
from data.reader import Version


def refresh(version: Callable[[], Version]) -> Blueprint:
    """Return the route that pages ask every few seconds; it costs one small statement.

    Args:
        version: Returns which state the data are in.
    """
    routes = Blueprint("refresh", __name__)

    @routes.get("/data-version")
    def latest() -> Response:
        found = version()
        response = jsonify(
            version=found.number, at=formatting.clock(found.updated_at), by=found.updated_by
        )
        response.set_etag(str(found.number))
        return response.make_conditional(request)

    return routes
