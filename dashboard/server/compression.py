"""Send answers compressed, and compress each file once."""

from hashlib import sha256
from http import HTTPStatus
from typing import Final

import brotli  # type: ignore[import-untyped]  # It gives no types.
from flask import Flask, Request, Response, request
from flask_compress import Compress

from data.lru_cache import LruCache

FILES: Final = ("/assets/", "/_dash-component-suites/")
ANSWERS: Final = "/_dash-update-component"
# Brotli looks back over two to this power of bytes.
WINDOW: Final = 16
# There are some twenty; whoever makes up addresses of them must not fill the memory.
KEPT: Final = 64
# Answers that are kept compressed, and the longest of them.
ANSWERS_KEPT: Final = 64
LONGEST: Final = 2**15


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


def name(asked: Request) -> str:
    """Return what a whole file is kept under; nothing for any other answer."""
    whole = asked.path.startswith(FILES) and "Range" not in asked.headers
    return asked.full_path if whole else ""


class Answers:
    """Compresses the answers to filter changes further than all else, and keeps the latest.

    An answer is found again by all that is in it, so that nobody meets anything of another's.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self._kept: LruCache[bytes] = LruCache(ANSWERS_KEPT)

    def shrink(self, response: Response) -> Response:
        """Compress an answer, if it is one and the browser can take it."""
        wanted = request.path.endswith(ANSWERS) and request.accept_encodings.quality("br") > 0
        if wanted and response.status_code == HTTPStatus.OK and not response.is_streamed:
            response.set_data(self._small(response.get_data()))
            response.headers["Content-Encoding"] = "br"
            response.vary.add("Accept-Encoding")
        return response

    def _small(self, whole: bytes) -> bytes:
        key = sha256(whole).digest()
        small = self._kept.find(key)
        if small is None:
            # Brotli looks back over as little as such an answer is long: room for more would be
            # taken and given back for each, which costs many times as much as the compressing.
            small = brotli.compress(whole, quality=8, lgwin=WINDOW)
            if len(small) <= LONGEST:
                self._kept.keep(key, small)
        return small


def compress(server: Flask) -> None:
    """Compress what a browser can take compressed."""
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=6,
        COMPRESS_CACHE_BACKEND=Files,
        COMPRESS_CACHE_KEY=name,
    )
    Compress(server)
    # Registered later, so it runs before, and leaves nothing to be done of an answer.
    server.after_request(Answers().shrink)

    # Registered later, so it runs before: compressing a file's contents would leave it open.
    @server.after_request
    def read_whole(response: Response) -> Response:
        if response.direct_passthrough:
            response.direct_passthrough = False
            contents = response.get_data()
            response.close()
            response.set_data(contents)
        return response
