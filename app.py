"""Put the application together; the only module that knows all of it."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import plotly.io
from dash import Dash, html
from flask import Blueprint, Flask

from callbacks import explanations, grid, looking_back, pages
from callbacks.tables import Tables
from dashboard.api.interface import Interface
from dashboard.grid_editor import GridEditor
from dashboard.server import doors
from dashboard.server.api.routes import api
from dashboard.server.compression import compress
from dashboard.server.downloads import downloads
from dashboard.server.figures import figures
from dashboard.server.headers import Headers
from dashboard.server.health import health
from dashboard.server.index import index, needed
from dashboard.server.limits import counting
from dashboard.server.payload import refuse_others
from dashboard.server.prefix import live_within
from dashboard.server.readiness import READINESS, Readiness
from dashboard.server.refresh import refresh
from dashboard.server.scripts import Scripts
from dashboard.server.sign_in.current import person_here
from dashboard.server.watching.gauges import Gauges
from dashboard.server.watching.metrics import Metrics
from dashboard.server.watching.watch import exposed, watch
from dashboard.settings import Settings
from dashboard.wording import SERVICE
from data.calendar import LONDON, today
from data.engine import Engine, make_engine
from data.health import problem
from data.reader import Reader
from data.service_status import service_status
from data.timing import timed
from layouts.pages import PAGES
from layouts.shell import shell

ASSETS = Path(__file__).parent / "dashboard" / "assets"


def create_app(settings: Settings) -> Dash:
    """Build the application from its settings."""
    engine = make_engine(settings.database_url)
    metrics = Metrics(settings.metrics_folder)
    timed(engine, metrics.stated)
    drawing = pages.Drawing(PAGES, Reader(engine), today, person_here, metrics.looked_up)
    scripts = Scripts(ASSETS)
    server = Flask("dashboard")
    headers = Headers(server)
    entries = [page.menu_entry for page in PAGES]
    watch(server, metrics, entries)
    found = doors.Figures(entries, drawing.menu_entry, drawing.scene, drawing.at)
    doors.guard(server, settings, engine, found)
    doors.open_up(server, settings, engine, ASSETS, found)
    for routes in (scripts.routes(), *_routes(settings, engine, drawing, metrics)):
        server.register_blueprint(routes)
    refuse_others(server, lambda: app.callback_map)
    app = _dash(server, scripts.address)
    _wire(app, engine, drawing)
    compress(server)
    # What is compressed can't be changed any more, and what is registered later runs before.
    live_within(server, settings.url_prefix)
    _set_up(app)
    app.layout = lambda: shell(PAGES, drawing.options(), person_here())
    headers.allow_scripts(app.csp_hashes())
    server.extensions[READINESS] = Readiness(drawing.prepare, now)
    return app


def _routes(
    settings: Settings, engine: Engine, drawing: pages.Drawing, metrics: Metrics
) -> tuple[Blueprint, ...]:
    """Return the routes besides those of Dash and of plain pages."""
    tables = Tables(drawing.at, drawing.read, person_here)
    gauges = Gauges(partial(problem, engine), lambda: service_status(engine, today()))
    return (
        health(partial(problem, engine)),
        exposed(metrics, settings.metrics_token, gauges),
        downloads(tables.file),
        figures(drawing.at, drawing.indicators, tables.leads),
        api(Interface(drawing.edition_cache, drawing.address_reader), counting(settings.redis_url)),
        refresh(Reader(engine).version),
    )


def _wire(app: Dash, engine: Engine, drawing: pages.Drawing) -> None:
    """Register every callback."""
    grids = grid.Grids(GridEditor(engine), person_here, PAGES)
    since = looking_back.looking_back(engine, now)
    pages.register(
        app,
        lambda path, search, mounted: (
            grids.answer(path) or drawing.answer(path, search, mounted, since)
        ),
    )
    grid.register(app, grids)
    told = explanations.Explanations(drawing.at, drawing.read)
    explanations.register(app, told.explanation)


def _dash(server: Flask, scripts: str) -> Dash:
    # Answers hold plain values only; the other engine walks through each of them to make sure.
    plotly.io.json.config.default_engine = "json"
    return Application(
        server=server,  # type: ignore[arg-type]  # A server is welcome; the annotation forgot.
        assets_folder=str(ASSETS),
        # The service's own scripts, which lie in no folder of their own, go as one.
        # Plain pages ask for their style by themselves.
        assets_ignore=r"^([a-z]+\.js|plain\.css)$",
        index_string=index(scripts),
        serve_locally=True,
        suppress_callback_exceptions=True,
        title=SERVICE,
        update_title="",
        use_async=False,
    )


class Application(Dash):
    """Loads the grid, which is heavier than all else together, where there is one."""

    def interpolate_index(self, *_: Any, **parts: Any) -> Any:
        """Return the document of an address."""
        return super().interpolate_index(**needed(parts))  # type: ignore[no-untyped-call]


def _set_up(app: Dash) -> None:
    # Dash finishes setting itself up on its first request, and two at once would meet half of it.
    # That request finds an empty layout, so that the application starts without its database.
    app.layout = html.Div()
    app.server.test_client().get("/healthz/live")


def now() -> datetime:
    """Return the moment, as clocks in London show it."""
    return datetime.now(LONDON)


def __getattr__(name: str) -> Flask:
    """Build ``server``, what a WSGI server imports, only when somebody asks for it."""
    if name != "server":
        raise AttributeError(name)
    wsgi: Flask = create_app(Settings.from_environment()).server
    return wsgi
