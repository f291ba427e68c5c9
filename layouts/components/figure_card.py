"""A chart or table of a page, with its words, its numbers and its files."""

from typing import Any, Final

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import addresses, formatting, ids
from dashboard.indicators import INDICATORS
from dashboard.scene import Scene
from dashboard.views.view import Drawn, View
from layouts.attributes import marked
from layouts.components.table import table
from layouts.page import Page
from layouts.slots import Slots

# Without these the chart offers to upload itself to Plotly's own service.
CONFIG: Final[Any] = {"displayModeBar": False, "showSendToCloud": False, "plotlyServerURL": ""}


def skeleton(view: View, drawn: Drawn) -> Component:
    """Return the card without its values; whether there is a chart must stay as it is."""
    parts = [
        html.Figcaption(
            [
                html.H2(view.heading, className="eyebrow"),
                html.P(id=ids.view(view.name, "title"), className="finding"),
                html.P(id=ids.view(view.name, "subtitle"), className="subtitle"),
            ]
        ),
        html.Div(id=ids.view(view.name, "empty"), className="empty"),
        *(_chart(view) if drawn.figure else [_table(view)]),
        _definitions(view),
        html.P(id=ids.view(view.name, "source"), className="source"),
        _links(view, drawn),
    ]
    card = html.Figure(parts, id=view.name, className="view")
    return marked(card, {"data-figure": view.name})


def slots(view: View, drawn: Drawn, scene: Scene, page: Page) -> Slots:
    """Return the card's values."""
    query = scene.asked.query

    def part(name: str) -> str:
        return ids.view(view.name, name)

    found: Slots = {
        part("title"): {"children": drawn.title},
        part("subtitle"): {"children": drawn.subtitle},
        part("empty"): {"children": _empty(drawn, page.path), "hidden": not drawn.empty},
        part("table"): {"children": table(drawn.table, drawn.title, scene.names)},
        part("source"): {"children": source(view, scene)},
        part("csv"): {"href": addresses.link(f"/download/{page.slug}/{view.name}.csv", query)},
        part("link"): {"href": addresses.link(page.path, query, view.name)},
    }
    if drawn.figure:
        height = f"{drawn.height}px"
        # The frame has its height before the chart is there, so that nothing jumps.
        found[part("picture")] = {"aria-label": drawn.alt, "style": {"minHeight": height}}
        found[part("graph")] = {"figure": drawn.figure, "style": {"height": height}}
    return found


def _chart(view: View) -> list[Component]:
    graph = dcc.Graph(id=ids.view(view.name, "graph"), config=CONFIG, responsive=True)
    picture = html.Div(graph, id=ids.view(view.name, "picture"), role="img", className="picture")
    return [
        picture,
        html.Details(
            [html.Summary("Show this chart as a table"), _table(view)], className="as-table"
        ),
    ]


def _table(view: View) -> Component:
    return html.Div(id=ids.view(view.name, "table"))


def _definitions(view: View) -> Component:
    lines: list[Component] = []
    for key in view.indicators:
        indicator = INDICATORS[key]
        lines += [
            html.Dt(html.A(indicator.name, href=f"/help#{key}")),
            html.Dd(f"{indicator.meaning} {indicator.formula}"),
        ]
    return html.Details([html.Summary("What this shows"), html.Dl(lines)])


def source(view: View, scene: Scene) -> str:
    """Return which returns the numbers come from, and how fresh they are."""
    sources = dict.fromkeys(INDICATORS[key].source for key in view.indicators)
    return (
        f"Source: {'; '.join(sources)}. Last updated {formatting.moment(scene.version.updated_at)}."
    )


def _links(view: View, drawn: Drawn) -> Component:
    csv = html.A("Data (CSV)", id=ids.view(view.name, "csv"))
    image = html.A("Image (PNG)", href=f"#{view.name}")
    link = html.A("Link", id=ids.view(view.name, "link"))
    kinds = {"csv": csv, "png": image, "link": link}
    items = [
        html.Li(marked(anchor, {"data-download": kind}))
        for kind, anchor in kinds.items()
        if drawn.figure or kind != "png"
    ]
    return html.Ul(items, className="links")


def _empty(drawn: Drawn, path: str) -> list[Component]:
    if not drawn.empty:
        return []
    return [html.P(drawn.empty), html.P(html.A("Clear all filters", href=path))]
