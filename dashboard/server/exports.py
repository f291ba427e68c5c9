"""Records each file that leaves the service, before it does."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from flask import Flask, Response, g, request

from data.people.person import Person
from data.protection.exports import Taken

# What programs ask for is no attachment, and leaves the service as well.
API: Final = "/api/"


def record_exports(server: Flask, note: Callable[[Person | None, Taken], None]) -> None:
    """Have a server note what it gives away as a file; what can't be noted is not given."""

    @server.after_request
    def noted(response: Response) -> Response:
        if response.status_code == HTTPStatus.OK and _leaves(response):
            address = request.full_path.removesuffix("?")
            note(g.get("person"), Taken(address, response.content_length))
        return response


def _leaves(response: Response) -> bool:
    attached = response.headers.get("Content-Disposition", "").startswith("attachment")
    return attached or request.path.startswith(API)
