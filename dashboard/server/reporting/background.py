"""A process of its own for each order, so that nobody waits for it and whoever reads goes first."""

import subprocess
import sys
from logging import getLogger
from threading import Thread
from typing import Final

from dashboard.settings import inherited
from data.engine import Engine

LOG: Final = getLogger(__name__)
COMMAND: Final = (sys.executable, "-m", "dashboard.cli", "edition", "finish", "--behind")


def start(engine: Engine, order: str) -> Thread:
    """Have a process carry out an order; how far it is, the order says.

    Returns:
        What waits until the process has ended.

    Args:
        engine: Of the database that the order is in.
        order: What it is called.
    """
    # With a group of its own, what ends a serving process at once leaves it alone.
    process = subprocess.Popen(  # noqa: S603 - its own command, and a name that it gave
        (*COMMAND, order),
        env=inherited(engine.url.render_as_string(hide_password=False)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    waiting = Thread(target=_wait, args=(process, order), daemon=True)
    waiting.start()
    return waiting


def _wait(process: subprocess.Popen[bytes], order: str) -> None:
    """Take note of how a process ended, so that it leaves nothing behind."""
    if status := process.wait():
        LOG.error("The process of order %s ended with status %s", order, status)
