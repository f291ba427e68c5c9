"""The fees for a day of placement, each with the day from which it is valid and where."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import formatting
from dashboard.scene import Scene
from dashboard.views.view import Cell, Table
from data.pounds import pounds
from data.schema.running import ANY_COUNTRY
from data.thresholds import Dated
from layouts.components.table import table
from layouts.static_parts import static

HEADING = "Daily fees"
NONE = (
    "No daily fee is known, so what placements bring in is not applicable. An administrator can "
    "enter fees under Rules and their values."
)
RULE = (
    "A placement brings the fee of the day it started, in the nation of its employer; a nation's "
    "own goes before one for any country."
)


def daily_fees(scene: Scene) -> Sequence[Component]:
    """Return the fees known, the latest first, or that there are none."""
    fees = scene.records["daily_fees"]
    if not fees:
        return [html.Section([html.H2(HEADING), html.P(NONE)], className="panel", id="daily-fees")]
    rows = Table(("Valid from", "Country", "Fee a day"), tuple(map(_cells, fees)))
    parts = [html.H2(HEADING), html.P(RULE), static(table(rows, HEADING, scene.names))]
    return [html.Section(parts, className="panel", id="daily-fees")]


def _cells(fee: Dated) -> tuple[Cell, ...]:
    first, amount = formatting.day(fee.valid_from), pounds(fee.value)
    country = "Any without its own" if fee.country == ANY_COUNTRY else fee.country
    return Cell(first, first), Cell(country), Cell(formatting.pounds_and_pence(amount), amount)
