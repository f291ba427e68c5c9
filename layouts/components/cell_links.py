"""Where the cells of a table lead: to the page that says where each number came from."""

from functools import cache

from dashboard import figure_links
from dashboard.addresses import Asked
from dashboard.indicators.catalogue import Indicator
from dashboard.scene import Scene
from dashboard.views.view import Cell, View


def cell_links(view: View, scene: Scene) -> dict[str, list[str]]:
    """Return the address behind each cell of a view's table, by the heading of its row.

    It is blank where a cell shows nothing that rows add up to.
    """
    table = view.draw(scene.answers, scene.names, scene.selection).table
    rows = (row for row in (*table.rows, table.footer) if row)
    return {heading.text: [_lead(cell, scene.asked) for cell in cells] for heading, *cells in rows}


def _lead(cell: Cell, asked: Asked) -> str:
    figure = cell.figure
    ask = figure.ask if figure else None
    if figure is None or ask is None or not _is_traceable(ask.indicator):
        return ""
    group = dict(zip(ask.by, figure.key, strict=True))
    question = figure_links.of_question(ask, asked)
    return figure_links.joined(question, figure_links.of_group(group))


@cache
def _is_traceable(indicator: Indicator) -> bool:
    # A target, say, was set and not counted.
    return indicator.work.is_traceable()
