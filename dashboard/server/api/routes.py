"""The routes of the interface. They read, and change nothing."""

from http import HTTPStatus
from time import monotonic
from typing import Final
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from dashboard.api import asked
from dashboard.api.interface import Answer, Interface, Question
from dashboard.api.openapi.document import document
from dashboard.api.problems import ProblemError, as_json, unknown
from dashboard.server.api import answers, refusals
from dashboard.server.limits import Counts
from dashboard.server.sign_in import current

NAME: Final = "api"


def api(interface: Interface, counts: Counts) -> Blueprint:
    """Return the routes of the interface for programs.

    Args:
        interface: What answers.
        counts: Counts how often somebody asks.
    """
    routes = Blueprint(NAME, __name__, url_prefix="/api")

    @routes.before_request
    def not_too_often() -> Response | None:
        seconds = counts.wait(current.person_here().id, monotonic())
        return refusals.wait(seconds) if seconds else None

    @routes.errorhandler(ProblemError)
    def wrong(error: ProblemError) -> Response:
        return refusals.problem(as_json(error))

    @routes.get("/v1/indicators")
    def catalogue() -> Response:
        return _told(interface.catalogue(_question()))

    @routes.get("/v1/indicators/<name>")
    def figures(name: str) -> Response:
        return _told(interface.figures(_question(), name))

    @routes.get("/v1/tables/<name>")
    def rows(name: str) -> Response:
        return _told(interface.rows(_question(), name))

    @routes.get("/v1/openapi.json")
    def openapi() -> Response:
        return answers.document(document())

    @routes.get("/")
    @routes.get("/<path:path>")
    def nothing(path: str = "") -> Response:
        raise unknown("address", path, refusals.ADVICE[HTTPStatus.NOT_FOUND])

    return routes


def _question() -> Question:
    search = request.query_string.decode("ascii", "replace")
    return Question(current.person_here(), search, answers.form(), answers.has)


def _told(answer: Answer) -> Response:
    if answer.rows is None:
        return answers.tagged(answer.tag)
    response = answers.tagged(answer.tag, answers.rows(answer.rows.columns, answer.rows.rows))
    if answer.rows.more:
        response.headers["Link"] = f'<{_behind(answer.rows.more)}>; rel="next"'
    return response


def _behind(number: int) -> str:
    """Return the address of the rows that come after one."""
    search = request.query_string.decode("ascii", "replace")
    kept = [pair for pair in asked.said(search) if pair[0] != asked.AFTER]
    return f"{request.base_url}?{urlencode([*kept, (asked.AFTER, number)], safe='/')}"
