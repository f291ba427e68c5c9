"""Read a file in a process of its own, so that no file can hang, fill or end this one."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from data.returns.child import TOO_MUCH
from data.returns.limits import MEGABYTE, Limits
from data.returns.problems import RefusedError

ROOT = Path(__file__).parents[2]
# The standard library comes first, and nothing that is installed beside it is found at all.
START = "import sys; sys.path.append(sys.argv[1]); from data.returns.child import main; main({})"
START = START.format("sys.argv[2]")
SAVE_AGAIN = "Open it in Excel, save it again as .xlsx and send that file."
# Windows has no such signal; there, time alone is limited.
OUT_OF_TIME = getattr(signal, "SIGXCPU", 24)
BROKE_OFF = RefusedError(
    "Reading the file broke off: it is damaged or not what it says.", SAVE_AGAIN
)
NO_FILE = RefusedError("This is a folder or a device, not a file.", "Name one file.")


def call(function: Callable[..., Any], path: Path, *arguments: Any, limits: Limits) -> Any:
    """Return what a function finds in a file, having run it in a process of its own.

    The process is a fresh one, so it may be started from any thread. It knows neither the database
    nor the environment of this one, and has the file and nothing else. Time is limited everywhere;
    memory, processor time and the size of the answer where the operating system can do it, which
    Windows can't.

    Args:
        function: Stands in a module of ``data``, takes the open file and the arguments, and needs
            nothing but the standard library. It may raise ``RefusedError``.
        path: The file.
        arguments: Plain data, as JSON knows it; so is what comes back.
        limits: How much the file may hold and cost.

    Raises:
        RefusedError: The function refused the file, or reading it went beyond the limits.
        OSError: The file can't be opened.
    """
    size = path.stat().st_size
    if not path.is_file():
        raise NO_FILE
    if limits.bytes is not None and size > limits.bytes:
        raise RefusedError(
            f"The file is larger than {limits.bytes // MEGABYTE} MB.", "Send it in parts."
        )
    with path.open("rb") as file, TemporaryFile() as answer:
        code = _run(_order(function, arguments, limits), file, answer, limits)
        if code == 0 and answer.tell() <= limits.answer:
            answer.seek(0)
            return _found(answer.read())
    raise _failure(code, limits)


def _order(function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits) -> str:
    return json.dumps(
        {
            "module": function.__module__,
            "function": function.__name__,
            "arguments": arguments,
            "seconds": limits.seconds,
            "memory": limits.memory,
            "answer": limits.answer,
        }
    )


def _run(order: str, file: IO[bytes], answer: IO[bytes], limits: Limits) -> int:
    """Return how the process ended."""
    command = [sys.executable, "-I", "-S", "-c", START, str(ROOT), order]
    try:
        # Every word of the command is ours; the file is open already, whatever its name.
        ended = subprocess.run(  # noqa: S603 - See above.
            command,
            stdin=file,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env={},
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(limits) from None
    answer.seek(0, 2)
    return ended.returncode


def _found(answer: bytes) -> Any:
    try:
        told = json.loads(answer)
        if "refused" not in told:
            return told["found"]
        problem, fix = told["refused"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BROKE_OFF from error
    raise RefusedError(problem, fix)


def _failure(code: int, limits: Limits) -> RefusedError:
    if code == -OUT_OF_TIME:
        return _too_slow(limits)
    if code in (0, TOO_MUCH):
        return RefusedError(
            f"Reading the file takes more memory than the {limits.memory // MEGABYTE} MB allowed.",
            "Send it in parts, or copy the rows alone into a new file.",
        )
    return BROKE_OFF


def _too_slow(limits: Limits) -> RefusedError:
    return RefusedError(
        f"Reading the file takes longer than the {limits.seconds} seconds allowed.",
        "Send it in parts, or copy the rows alone into a new file.",
    )
