"""Send answers compressed, and compress each file once."""

from typing import Final

from flask import Flask, Request, Response
from flask_compress import Compress

FILES: Final = ("/assets/", "/_dash-component-suites/")
# There are some twenty; whoever makes up addresses of them must not fill the memory.
KEPT: Final = 64


class Files:
    """What was compressed before, under names that Flask-Compress makes of ``name``."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return a compressed file, if it is kept."""
        return self._kept.get(key)

    def set(self, key: str, value: bytes) -> None:
        """Keep a compressed file; an answer without a name is nobody else's."""
        if not key.endswith(";") and len(self._kept) < KEPT:
            self._kept[key] = value


def name(request: Request) -> str:
    """Return what a whole file is kept under; nothing for any other answer."""
    whole = request.path.startswith(FILES) and "Range" not in request.headers
    return request.full_path if whole else ""


def compress(server: Flask) -> None:
    """Compress what a browser can take compressed."""
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        # From here on an answer takes many times as long for hardly a byte less.
        COMPRESS_BR_LEVEL=8,
        COMPRESS_CACHE_BACKEND=Files,
        COMPRESS_CACHE_KEY=name,
    )
    Compress(server)

    # Registered later, so it runs before: compressing a file's contents would leave it open.
    @server.after_request
    def read_whole(response: Response) -> Response:
        if response.direct_passthrough:
            response.direct_passthrough = False
            contents = response.get_data()
            response.close()
            response.set_data(contents)
        return response
