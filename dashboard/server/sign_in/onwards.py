"""Where somebody goes after coming in."""

from http import HTTPStatus

from flask import redirect
from werkzeug.wrappers import Response

from dashboard.server.plain import safe_path
from dashboard.server.sign_in import current
from data import saved_views
from data.engine import Engine

FIRST = "/"


def go_on(engine: Engine, path: str) -> Response:
    """Return the way to where they wanted to go; where that is nowhere, to where they begin."""
    wanted = safe_path(path)
    begins = saved_views.beginning(engine, current.person_here()) if wanted == FIRST else ""
    return redirect(begins or wanted, HTTPStatus.SEE_OTHER)
