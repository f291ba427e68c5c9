"""A chart or table of a page, with its words, its numbers and its files."""

from typing import Any, Final

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import formatting, hrefs, ids
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import listed
from dashboard.scene import Scene
from dashboard.views import captions
from dashboard.views.view import Cell, Drawn, View
from layouts.attributes import marked
from layouts.components import long_table
from layouts.components.commentary import commentary
from layouts.components.controls import chosen, controls
from layouts.components.legend import legend
from layouts.components.table import Link, To, table
from layouts.components.tile_map import tile_map
from layouts.page import Page
from layouts.slots import Slots
from layouts.static_parts import Plain, element, static_children

SILENT: Final = (
    "What is known from published documents alone sends no returns to work this out from."
)
# Links in every cell would be a hundred stops of the keyboard, so they come when they are wanted.
WHERE_FROM: Final = "Link each number to where it came from"
# Without these the chart offers to upload itself to Plotly's own service.
CONFIG: Final[Any] = {"displayModeBar": False, "showSendToCloud": False, "plotlyServerURL": ""}


def skeleton(view: View, page: Page, *, charted: bool) -> Component:
    """Return the card without its values; whether there is a chart must stay as it is."""
    parts = [
        html.Figcaption(
            [
                html.H2(view.heading, className="eyebrow"),
                html.P(id=ids.view(view.name, "title"), className="finding"),
                html.P(id=ids.view(view.name, "subtitle"), className="subtitle"),
            ]
        ),
        *controls(view),
        html.Div(id=ids.view(view.name, "empty"), className="empty"),
        *([html.Div(id=ids.view(view.name, "points"))] if view.pointed else []),
        *(_chart(view, page) if charted else _table(view, page)),
        _definitions(view),
        html.P(id=ids.view(view.name, "source"), className="source"),
        _links(view, charted=charted),
        html.Div(id=ids.view(view.name, "comments"), className="comments"),
        html.P(id=ids.view(view.name, "comment"), className="comment-on links"),
    ]
    card = html.Figure(parts, id=view.name, className="view")
    return marked(card, {"data-figure": view.name})


def slots(view: View, drawn: Drawn, scene: Scene, page: Page) -> Slots:
    """Return the card's values."""
    query = scene.asked.query
    as_shown = hrefs.joined(query, page.own)

    def part(name: str) -> str:
        return ids.view(view.name, name)

    def link(cell: Cell) -> str:
        return _link(cell, query)

    some = long_table.shown(view, drawn, page)
    rows = table(some, drawn.title, scene.names, _leads(view, query), link)
    found: Slots = {
        part("title"): {"children": drawn.title},
        part("subtitle"): {"children": drawn.subtitle},
        part("empty"): {
            "hidden": not drawn.empty,
            **static_children(*_empty(drawn, page.path, scene)),
        },
        part("table"): static_children(
            *_folded(drawn, rows, link), *long_table.way_to_all(view, drawn, page, query)
        ),
        part("source"): {"children": source(view, scene)},
        part("csv"): {"href": hrefs.link(f"/download/{page.slug}/{view.name}.csv", as_shown)},
        part("link"): {"href": hrefs.link(page.path, as_shown, view.name)},
        **chosen(view),
        part("comments"): static_children(*commentary(scene.said.get(view.name, ()), scene.moved)),
    }
    if view.pointed:
        found[part("points")] = static_children(*_points(drawn))
    if drawn.figure:
        height = f"{drawn.height}px"
        # The frame has its height before the chart is there, so that nothing jumps.
        found[part("picture")] = {"aria-label": drawn.alt, "style": {"minHeight": height}}
        found[part("graph")] = {"figure": drawn.figure, "style": {"height": height}}
        found[part("legend")] = static_children(*legend(drawn.figure))
    return found


def _chart(view: View, page: Page) -> list[Component]:
    graph = dcc.Graph(id=ids.view(view.name, "graph"), config=CONFIG, responsive=True)
    picture = html.Div(graph, id=ids.view(view.name, "picture"), role="img", className="picture")
    folded = html.Details(
        [html.Summary("Show this chart as a table"), *_table(view, page)],
        className="as-table",
        open=long_table.is_whole(view, page),
    )
    # Of no use without the picture, whose alternative says in words what it shows.
    legend = marked(
        html.Div(id=ids.view(view.name, "legend"), className="legend"), {"aria-hidden": "true"}
    )
    return [legend, picture, folded]


def _table(view: View, page: Page) -> list[Component]:
    button = html.Button(WHERE_FROM, type="button", className="leads on-screen")
    marked(button, {"aria-pressed": "false", "data-from": f"/figure/of/{page.slug}/{view.name}"})
    numbers = html.Div(id=ids.view(view.name, "table"))
    return [button, numbers] if view.indicators else [numbers]


def _definitions(view: View) -> Component:
    lines: list[Component] = []
    for key in view.indicators:
        indicator = INDICATORS[key]
        lines += [
            html.Dt(html.A(indicator.name, href=f"/help#{key}")),
            html.Dd(f"{indicator.meaning} {indicator.formula}"),
        ]
    note = [html.P(view.note)] if view.note else []
    shown = [html.Summary("What this shows"), html.Div([*note, html.Dl(lines)])]
    return marked(html.Details(), static_children(*shown))


def source(view: View, scene: Scene) -> str:
    """Return the sheets that the numbers come from, each once, and how fresh they are."""
    updated = formatting.moment(scene.version.updated_at)
    indicators = [INDICATORS[key] for key in view.indicators]
    sheets = [*view.sheets, *(sheet for indicator in indicators for sheet in indicator.sheets)]
    if not sheets:
        return f"Source: the register of partners and their returns. Last updated {updated}."
    others = dict.fromkeys(each.stand_in for each in indicators if each.stand_in)
    return f"Source: returns of {'; '.join([listed(sheets), *others])}. Last updated {updated}."


def _points(drawn: Drawn) -> list[Component]:
    items = [html.Li(f"{point}.") for point in drawn.points]
    return [html.Ul(items, className="list")] if items else []


def _links(view: View, *, charted: bool) -> Component:
    csv = html.A("Data (CSV)", id=ids.view(view.name, "csv"))
    image = html.A("Image (PNG)", href=f"#{view.name}")
    link = html.A("Link", id=ids.view(view.name, "link"))
    kinds = {"csv": csv, "png": image, "link": link}
    items = [
        html.Li(marked(anchor, {"data-download": kind}))
        for kind, anchor in kinds.items()
        if charted or kind != "png"
    ]
    return html.Ul(items, className="links")


def _leads(view: View, query: str) -> To | None:
    if not view.leads_to:
        return None
    return lambda code: hrefs.link(view.leads_to, hrefs.narrowed(query, code))


def _folded(drawn: Drawn, rows: Plain, link: Link) -> list[Plain]:
    if not drawn.tiles:
        return [rows]
    summary = element("summary", ["The same as a list"])
    listed = element("details", [summary, rows], {"class": "as-table", "open": ""})
    return [element("div", [tile_map(drawn.tiles, link), listed], {"class": "map-and-list"})]


def _link(cell: Cell, query: str) -> str:
    if not cell.to:
        return ""
    parameter, value = cell.only
    wanted = hrefs.narrowed(query, value, parameter) if parameter else query
    return hrefs.link(cell.to, wanted)


def _empty(drawn: Drawn, path: str, scene: Scene) -> list[Component]:
    if not drawn.empty:
        return []
    why = SILENT if scene.is_silent else drawn.empty
    cleared = hrefs.cleared(scene.asked.query)
    if cleared == scene.asked.query:
        return [html.P(captions.unfiltered(why))]
    return [html.P(why), html.P(html.A("Clear all filters", href=hrefs.link(path, cleared)))]
