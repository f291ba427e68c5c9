"""Serve the application."""

import sys
from importlib import import_module
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Final

import click

from dashboard.commands.ready import configured_engine
from dashboard.server import memory
from dashboard.server.bodies import unhurried
from dashboard.server.readiness import READINESS
from dashboard.server.watching import logs
from dashboard.settings import Settings, SettingsError, share_metrics
from data import health
from data.samples.people import DEMO

# By name, for nothing may import the module that knows everything.
APPLICATION: Final = "app"
# How many requests a process works on at once.
WORKING = 8
# How many it takes in or sends off besides, however slowly: a thread that waits costs little.
THREADS = 100


@click.command()
@click.option("--samples", is_flag=True, help="Load the samples first, if there is nothing yet.")
def serve(*, samples: bool) -> None:
    """Serve the dashboard until Ctrl+C; HOST, PORT and WEB_CONCURRENCY are honoured."""
    try:
        settings = Settings.from_environment()
        settings.refuse_open_door()
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    if samples:
        # Nobody who runs the service for others wants them.
        import_module("dashboard.commands.samples").load_samples(if_empty=True)
    logs.set_up(settings)
    with configured_engine() as engine:
        found = health.problem(engine)
    if found:
        # It may come back by itself, and until then the pages say the same.
        click.echo(f"{found} The service starts without it.", err=True)
    if sys.platform == "win32":
        with_waitress(settings)
    else:
        with_gunicorn(settings)


def with_gunicorn(settings: Settings) -> None:
    """Serve with several processes, until a signal ends it."""
    # It exists on some systems only, and no other command needs it.
    processes = import_module("dashboard.commands.processes")
    folder = mkdtemp(prefix="partnership-metrics-")
    share_metrics(folder)
    ended = {"on_exit": lambda _server: rmtree(folder, ignore_errors=True)}
    _load()
    processes.serve(options(settings) | ended, _unhurried)


def _load() -> None:
    """Load the code once, for every process that comes of this one to share.

    Each makes an application of its own of it, for threads and connections can't be shared.
    """
    memory.share()
    with memory.lasting():
        import_module(APPLICATION)


def options(settings: Settings) -> dict[str, Any]:
    """Return what gunicorn is told."""
    return {
        "bind": settings.address,
        "workers": settings.workers,
        # Threads keep slow browsers from holding up the others.
        "threads": THREADS,
        "loglevel": "warning",
        "control_socket_disable": True,
        "when_ready": lambda _server: _say(settings),
    }


def with_waitress(settings: Settings) -> None:
    """Serve with one process, also where gunicorn does not run."""
    waitress = import_module("waitress")
    server = waitress.create_server(
        _application(), host=settings.host, port=settings.port, threads=WORKING
    )
    _say(settings)
    server.run()


def _application() -> Any:
    server = import_module(APPLICATION).server
    server.extensions[READINESS].start()
    return server


def _unhurried() -> Any:
    server = _application()
    return unhurried(server, server.config["MAX_CONTENT_LENGTH"], WORKING)


def _say(settings: Settings) -> None:
    if not settings.production:
        click.echo("Where the samples are, sign in as one of these with a click:")
        click.echo("\n".join(f"  {role:<14} {name}" for _, name, role, _ in DEMO))
    click.echo(f"Serving on http://{settings.address}")
