"""From when until when partnerships are funded."""

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from dashboard import formatting
from dashboard.scene import Scene
from dashboard.views.view import Cell, Names, Table
from layouts.components.table import table
from layouts.static_parts import static

HEADING: Final = "Funding periods"
COLUMNS: Final = ("Partnership", "Funded from", "Funded until")
NONE: Final = (
    "No partnership on view is said to be funded from a day on. An administrator can enter that "
    "under Partnerships."
)
GOES_ON: Final = "What is counted goes on when funding has ended: every year is shown alike."


def funding(scene: Scene) -> Sequence[Component]:
    """Return the days between which each partnership on view is funded, or that none is known."""
    known = scene.records["funding"]
    if not known:
        return [html.Section([html.H2(HEADING), html.P(NONE)], className="panel", id="funding")]
    rows = Table(COLUMNS, tuple(_cells(each, scene.names) for each in known))
    parts = [html.H2(HEADING), html.P(GOES_ON), static(table(rows, HEADING, scene.names))]
    return [html.Section(parts, className="panel", id="funding")]


def _cells(known: Any, names: Names) -> tuple[Cell, ...]:
    name, end = names.partnerships[known.code], known.funded_to
    return (
        Cell(name, name),
        Cell(formatting.day(known.funded_from)),
        Cell(formatting.day(end) if end else "no end known"),
    )
