"""What the contents of a file might make a reader do; run in a process of its own."""

import os
import signal
import sys
import time
from importlib.util import find_spec

from data.returns.problems import RefusedError


def describe(_):
    """What the process has besides the file."""
    return {
        "environment": sorted(os.environ),  # noqa: TID251 - It is what the test is about.
        "installed": [name for name in ("sqlalchemy", "pandas", "dash") if find_spec(name)],
        "niceness": os.nice(0),
    }


def count_bytes(file, *more):
    return [len(file.read()), *more]


def refuse(_):
    raise RefusedError("This is not wanted.", "Send something else.")


def loop(_):
    while True:
        pass


def wait(_):
    time.sleep(600)


def eat(_):
    return len([bytes(1 << 20) for _ in range(10_000)])


def talk(_):
    return ["x" * (1 << 20)] * 100


def stammer(_):
    """Answer in something that is no JSON, and end as if all were well."""
    os.write(sys.stdout.fileno(), b'{"found": [1, 2')
    os._exit(0)


def fail(_):
    raise KeyError("Ann Example")


def crash(_):
    os.abort()


def vanish(_):
    os.kill(os.getpid(), signal.SIGKILL)


def leave(_):
    sys.exit(0)


def recurse(_):
    return recurse(_)


def nest(_):
    """Answer in lists so deep that nobody can read them."""
    os.write(sys.stdout.fileno(), b'{"found": ' + b"[" * 100_000)
    os._exit(0)
