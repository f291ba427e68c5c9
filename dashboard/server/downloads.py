"""The numbers of a chart as a file, drawn from the address like the chart itself."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, request

from dashboard.server import plain

Draw = Callable[[str, str, str], bytes | None]


def downloads(draw: Draw) -> Blueprint:
    """Return the routes of files.

    Args:
        draw: Makes the file of a page's view for a query; nothing where there is no such view.
    """
    routes = Blueprint("downloads", __name__, url_prefix="/download")

    @routes.get("/<page>/<view>.csv")
    def comma_separated(page: str, view: str) -> Response:
        found = draw(page, view, request.query_string.decode("ascii", "replace"))
        if found is None:
            abort(404)
        return plain.file(found, f"{view}.csv", plain.CSV)

    return routes
