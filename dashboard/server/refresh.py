"""Tells open pages that somebody changed the data."""

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, Response, jsonify, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard import formatting
from dashboard.server.sign_in import current
from data.reader import Version


def refresh(version: Callable[[], Version]) -> Blueprint:
    """Return the route that pages ask every few seconds; it costs one small statement.

    Args:
        version: Returns which state the data are in.
    """
    routes = Blueprint("refresh", __name__)

    @routes.get("/data-version")
    def latest() -> AnyResponse:
        if not current.person_here().reads_live:
            # Their editions stay as they are; who changes what today, and when, is not theirs.
            return Response(status=HTTPStatus.NO_CONTENT)
        found = version()
        response = jsonify(
            version=found.number, at=formatting.clock(found.updated_at), by=found.updated_by
        )
        response.set_etag(str(found.number))
        return response.make_conditional(request)

    return routes
