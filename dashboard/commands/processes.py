"""Serve with several processes, where there is gunicorn."""

import signal
from collections.abc import Callable
from typing import Any, Final

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

# What ends a process: Ctrl+C and a manager of services send these.
ENDS: Final = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)


def serve(options: dict[str, Any], application: Callable[[], Any]) -> None:
    """Serve an application, made in each process by itself, until a signal ends it.

    Args:
        options: What gunicorn is told, by its names.
        application: Makes the WSGI application.
    """
    Service(options, application).run()


class Service(BaseApplication):  # type: ignore[misc]  # It gives no types.
    """The application as gunicorn loads it."""

    def __init__(self, options: dict[str, Any], application: Callable[[], Any]) -> None:
        """Keep both for when gunicorn asks."""
        self._options = options
        self._application = application
        super().__init__()

    def load_config(self) -> None:
        """Hand over the options."""
        for name, value in self._options.items():
            self.cfg.set(name, value)
        self.cfg.set("post_worker_init", _hear)
        self.cfg.set("worker_class", Worker)

    def load(self) -> Any:
        """Return the application of this process."""
        return self._application()

    def run(self) -> None:
        """Start the processes and look after them."""
        Processes(self).run()


class Worker(ThreadWorker):  # type: ignore[misc]  # It gives no types.
    """Ends at once when it is told to, whatever its main thread is at."""

    def handle_quit(self, sig: int, frame: Any) -> None:
        """Leave the threads to Python's own end, which waits for those that answer somebody.

        A signal may come while the main thread hands a request to a thread, and then the lock
        that ending them from here would wait for is never given back.
        """
        super(ThreadWorker, self).handle_quit(sig, frame)


class Processes(Arbiter):  # type: ignore[misc]  # It gives no types.
    """Starts each process so that no signal to end it is lost.

    A new process still handles signals as the one that started it, and one that comes before it
    has handlers of its own would be forgotten: half a minute later it would be killed. So it
    hears none until it is ready, and then what came meanwhile.
    """

    def spawn_worker(self) -> Any:
        """Start one process; return its number to the one that started it."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
        number = super().spawn_worker()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return number


def _hear(_worker: Any) -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
