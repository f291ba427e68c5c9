"""A process of its own, in which one function reads one file and is then gone.

It is started by ``data.returns.separate_process`` with the file as its standard input, and finds
nothing but the standard library and this package. It writes its answer, as JSON, to its standard
output.
"""

import gc
import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from data.returns.problems import RefusedError

# Told apart by the process that waits.
TOO_MUCH = 3
MOST_OPEN_FILES = 32
POLITE = 10


def main(order: str) -> None:
    """Carry out an order, as ``data.returns.separate_process`` writes it, and end."""
    job = json.loads(order)
    # It is gone before anything needs to be cleared away.
    gc.disable()
    _bind(job["seconds"], job["memory"], job["answer"])
    try:
        answer = _answer(job["module"], job["function"], job["arguments"]).encode()
    except MemoryError:
        # Nothing is left to tidy up with.
        os._exit(TOO_MUCH)
    try:
        with sys.stdout.buffer as out:
            out.write(answer)
    except OSError:
        os._exit(TOO_MUCH)


def _answer(module: str, function: str, arguments: list[Any]) -> str:
    try:
        found = getattr(import_module(module), function)(sys.stdin.buffer, *arguments)
    except RefusedError as refused:
        return json.dumps({"refused": [refused.problem, refused.fix]})
    return json.dumps({"found": found})


def _bind(seconds: int, memory: int, answer: int) -> None:
    """Set limits that this process can't raise again, where the operating system has them."""
    try:
        import resource  # noqa: PLC0415 - Windows has no such module.
    except ImportError:
        return
    os.nice(POLITE)
    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, answer),
        (resource.RLIMIT_NOFILE, MOST_OPEN_FILES),
        (resource.RLIMIT_AS, memory),
    ):
        # In its last second a process is told that time is up, and whoever waits sees that.
        last = most + 1 if kind == resource.RLIMIT_CPU else most
        # Some systems know a limit by name and can't keep it.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, last))
