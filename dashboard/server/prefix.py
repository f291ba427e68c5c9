"""The service under a path of somebody else's host, such as /partnership.

Inside nothing knows of it: it is taken off what comes in, and put before what goes out.
"""

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any, Final

from flask import Flask, Response, request

from dashboard.server.payload import UPDATE

Environ = dict[str, Any]
# Where an address stands in a page, and in what a page's own script is sent, also within a text
# there, whose marks are backticks. Nobody's own words look like that: their marks are written
# otherwise.
IN_HTML: Final = re.compile(rb'(?<=\s)((?:href|src|action|formaction|data-from)=")(?=/(?!/))')
# Dash writes a slash in its own way.
SLASH: Final = rb"(?:/|\\u002f)"
IN_JSON: Final = re.compile(
    rb'((["`])(?:href|src|action|data-from)\2: ?\2)(?=' + SLASH + b"(?!" + SLASH + b"))"
)
PREFIX_OF_DASH: Final = b'"requests_pathname_prefix":"/"'
HTML: Final = b"<html "


def live_within(server: Flask, prefix: str) -> None:
    """Have a server live under a prefix; call it after everything else that changes answers.

    Args:
        server: The server.
        prefix: Begins with a slash and ends with none; blank for a service with its own host.
    """
    if not prefix:
        return
    server.wsgi_app = Within(server.wsgi_app, prefix)  # type: ignore[assignment,method-assign]
    put = prefix.encode()
    attribute = b'data-base="' + put + b'" '
    of_dash = PREFIX_OF_DASH[:-1] + put[1:] + b'/"'

    @server.after_request
    def put_before(response: Response) -> Response:
        where = response.headers.get("Location", "")
        if where.startswith("/"):
            response.headers["Location"] = prefix + where
        if response.mimetype == "text/html":
            found = IN_HTML.sub(rb"\1" + put, response.get_data())
            found = found.replace(PREFIX_OF_DASH, of_dash, 1)
            response.set_data(found.replace(HTML, HTML + attribute, 1))
        elif response.mimetype == "application/json" and request.path.startswith("/_dash-"):
            response.set_data(IN_JSON.sub(rb"\1" + put, response.get_data()))
        return response


class Within:
    """Takes a prefix off what comes in; whoever asks without it is answered as well."""

    def __init__(self, application: Callable[..., Iterable[bytes]], prefix: str) -> None:
        """Keep what answers, and under which prefix it lives."""
        self._application = application
        self._prefix = prefix
        page = r'("property":"pathname","value":")' + re.escape(prefix) + r'(?:/|(?="))'
        self._page = re.compile(page.encode())

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        """Pass a request on."""
        path = environ["PATH_INFO"]
        if path == self._prefix or path.startswith(f"{self._prefix}/"):
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + self._prefix
            environ["PATH_INFO"] = path[len(self._prefix) :] or "/"
        if environ["PATH_INFO"] == UPDATE:
            self._name_page(environ)
        return self._application(environ, start)

    def _name_page(self, environ: Environ) -> None:
        """Have a page's own script name its page as the service does."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = self._page.sub(rb"\1/", environ["wsgi.input"].read(length))
        environ["wsgi.input"] = BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
