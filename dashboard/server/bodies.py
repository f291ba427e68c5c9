"""Take in what browsers send before anything is worked out, so that slow ones hold up nobody."""

from collections.abc import Callable, Iterable
from tempfile import SpooledTemporaryFile
from threading import BoundedSemaphore
from typing import IO, Any, Final

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

AT_ONCE: Final = 64 * 1024
IN_MEMORY: Final = 256 * 1024


def unhurried(application: Application, most: int, working: int) -> Application:
    """Return an application that waits for a whole body, and only then takes up one of few places.

    Args:
        application: What answers.
        most: The longest body, in bytes; of a longer one nothing is read here.
        working: How many requests are worked on at once; others may be on their way in or out.
    """
    places = BoundedSemaphore(working)

    def answer(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        with SpooledTemporaryFile(IN_MEMORY) as body:
            if 0 < length <= most:
                if not _is_whole(environ["wsgi.input"], length, body):
                    # Half a form must not be taken for a whole one; who sent it has gone anyway.
                    start("400 Bad Request", [("Content-Length", "0")])
                    return []
                environ["wsgi.input"] = body
            with places:
                return application(environ, start)

    return answer


def _is_whole(sent: IO[bytes], length: int, kept: IO[bytes]) -> bool:
    """Keep what is sent, and return whether all of it came."""
    while part := sent.read(min(AT_ONCE, length - kept.tell())):
        kept.write(part)
    came = kept.tell()
    kept.seek(0)
    return came == length
