"""Rows as an answer, in the form that was asked for, unless the program has them already."""

import json
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from flask import Response, request

from dashboard.api.asked import FORMAT
from dashboard.comma_separated import bare

CSV: Final = "text/csv"
JSON: Final = "application/json"


def form() -> str:
    """Return the form that is asked for: by the address, or else by what the program takes."""
    if FORMAT in request.args:
        return CSV if request.args[FORMAT] == "csv" else JSON
    return request.accept_mimetypes.best_match((JSON, CSV), JSON)


def rows(columns: Sequence[str], found: Iterable[Mapping[str, Any]]) -> Response:
    """Return rows as JSON, or as CSV where that is asked for."""
    if form() == CSV:
        return Response(bare(columns, found), mimetype=CSV)
    return document([*found])


def document(found: Any) -> Response:
    """Return a value as JSON."""
    text = json.dumps(found, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Response(text, mimetype=JSON)


def has(tag: str) -> bool:
    """Return whether the program says that it has the answer of a tag."""
    return request.if_none_match.contains_weak(tag)


def tagged(tag: str, response: Response | None = None) -> Response:
    """Return an answer with its tag; without one, that nothing has changed.

    The tag is a weak one: the same rows may be sent compressed, or not.
    """
    answer = Response(status=HTTPStatus.NOT_MODIFIED) if response is None else response
    answer.set_etag(tag, weak=True)
    answer.vary.update(("Accept", "Authorization", "Cookie"))
    return answer
