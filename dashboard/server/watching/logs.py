"""The log: a line of JSON for each thing that happened, and nothing that anybody typed in it.

What a fault says of itself may quote a value, so a fault is told by its kind and its place in the
code alone.
"""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from traceback import extract_tb
from types import TracebackType
from typing import Any, Final

from flask import Flask, request

from dashboard.server import request_id
from dashboard.settings import Settings

# What a library below us says at length, at every request.
TALKATIVE: Final = ("authlib", "urllib3", "werkzeug")


class Lines(logging.Formatter):
    """Writes each record as one line of JSON; no text can begin another line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if asked := request_id.here():
            told["request"] = asked
        told |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[1]:
            told["fault"] = list(_chain(record.exc_info[1]))
        return json.dumps(told, default=str)


def set_up(settings: Settings) -> None:
    """Have this process, and those that it starts, log to standard error.

    Args:
        settings: How it runs: in production the lines are for programs to read.
    """
    handler = logging.StreamHandler()
    if settings.production:
        handler.setFormatter(Lines())
    logging.basicConfig(handlers=[handler], level=settings.log_level, force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def keep_addresses_out(server: Flask) -> None:
    """Have a server log a fault without the address, which may hold the key of an invitation."""

    def log_exception(exc_info: Any) -> None:
        rule = request.url_rule.rule if request.url_rule else "no such address"
        server.logger.error("A fault at %s %s", request.method, rule, exc_info=exc_info)

    server.log_exception = log_exception  # type: ignore[method-assign]  # The way Flask offers.


def _chain(fault: BaseException | None) -> Iterator[dict[str, Any]]:
    """Give a fault and those it came of, the last one first."""
    while fault is not None:
        yield {"kind": type(fault).__qualname__, "at": _places(fault.__traceback__)}
        fault = fault.__cause__ or fault.__context__


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{one.filename}:{one.lineno} {one.name}" for one in extract_tb(trace)]
