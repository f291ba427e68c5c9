"""The page as tutorials write it: each callback reads whole tables with pandas and draws with px.

Run it with `DATABASE_URL=... PORT=... python -m tests.bench.tutorial`.
"""

import os
from datetime import date

import pandas as pd
import plotly.express as px
import waitress
from dash import Dash, Input, Output, dcc, html

from tests.bench.databases import connection

TILES = ("demand", "net_supply", "allocated", "on_time_start_rate")
CHARTS = ("by_partnership", "by_area", "over_years")
FILTERS = [Input("region", "value"), Input("year", "value")]
HOST = "127.0.0.1"
# As many as ours has.
THREADS = 8


def read(name: str, day: str, place: str, region: str | None, year: str | None) -> pd.DataFrame:
    """Return the rows of a table: all of them read, then filtered."""
    with connection(os.environ["DATABASE_URL"].removeprefix("sqlite:///")) as database:
        rows = pd.read_sql(f"SELECT * FROM {name} WHERE voided_at IS NULL", database)
        places = pd.read_sql("SELECT code, region_code FROM organisation", database)
    began = pd.to_datetime(rows[day])
    first = began.dt.year - (began.dt.month < 9)
    rows["year"] = first.astype(str) + "/" + (first % 100 + 1).astype(str).str.zfill(2)
    rows = rows.merge(places, left_on=place, right_on="code")
    rows = rows[rows.region_code == region] if region else rows
    return rows[rows.year == year] if year else rows


def demand(region: str | None, year: str | None) -> pd.DataFrame:
    """Return what universities need."""
    return read("demand", "window_start", "owner", region, year)


def offers(region: str | None, year: str | None) -> pd.DataFrame:
    """Return the places that stand."""
    rows = read("offers", "window_start", "owner", region, year)
    return rows[rows.status.isin(["offered", "confirmed"])]


def placements(region: str | None, year: str | None) -> pd.DataFrame:
    """Return the placements that were not cancelled."""
    rows = read("placements", "planned_start", "employer", region, year)
    return rows[rows.status != "cancelled"]


def bars(by: str, numbers: dict[str, pd.Series]):
    """Return several numbers by one dimension, as bars beside each other."""
    counts = pd.DataFrame(numbers).reset_index(names=by)
    long = counts.melt(id_vars=by, value_name="number")
    return px.bar(long, x=by, y="number", color="variable", barmode="group")


def needed_and_offered(by: str, region: str | None, year: str | None):
    """Return students and places by one dimension."""
    students = demand(region, year).groupby(by).students.sum()
    places = offers(region, year).groupby(by).places.sum()
    return bars(by, {"students": students, "places": places})


def register(app: Dash) -> None:
    """Answer with four callbacks: the tiles, and each of the charts."""

    @app.callback([Output(tile, "children") for tile in TILES], FILTERS)
    def tiles(region, year):
        students, places = demand(region, year).students.sum(), offers(region, year).places.sum()
        placed = placements(region, year)
        due = placed[placed.planned_start <= date.today().isoformat()]
        on_time = (due.actual_start <= due.planned_start).mean()
        return [students, places, len(placed), f"{on_time:.1%}"]

    @app.callback(Output("by_partnership", "figure"), FILTERS)
    def by_partnership(region, year):
        return needed_and_offered("partnership", region, year)

    @app.callback(Output("by_area", "figure"), FILTERS)
    def by_area(region, year):
        return needed_and_offered("service_area", region, year)

    @app.callback(Output("over_years", "figure"), FILTERS)
    def over_years(region, year):
        return bars("year", {"placements": placements(region, year).groupby("year").size()})


def application() -> Dash:
    """Return the page: two filters, four tiles, three charts."""
    everything = demand(None, None)
    app = Dash("tutorial", suppress_callback_exceptions=True)
    app.layout = html.Div(
        [
            html.H1("Placements"),
            dcc.Dropdown(sorted(everything.region_code.unique()), id="region"),
            dcc.Dropdown(sorted(everything.year.unique()), id="year"),
            *(html.Div([html.H3(tile), html.P(id=tile)]) for tile in TILES),
            *(dcc.Graph(id=chart) for chart in CHARTS),
        ]
    )
    register(app)
    # Dash and px set themselves up when first used, and a browser's first requests, which come
    # together, would meet half of either.
    app.server.test_client().get("/")
    px.bar(x=[0], y=[0])
    return app


def main() -> None:
    """Serve the page until a signal ends it."""
    port = int(os.environ["PORT"])
    server = waitress.create_server(application().server, host=HOST, port=port, threads=THREADS)
    print(f"Serving on http://{HOST}:{port}", flush=True)
    server.run()


if __name__ == "__main__":
    main()
