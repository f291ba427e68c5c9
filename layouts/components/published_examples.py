"""Partnerships known from documents alone, apart from those that report."""

from dash import html
from dash.development.base_component import Component

from dashboard import formatting, hrefs
from dashboard.scene import Scene
from data.schema.reference import PUBLISHED

SILENT = "They send no returns, so nothing is worked out for them."


def published_examples(scene: Scene) -> list[Component]:
    """Return their list, each name leading to its page; nothing where none is on view."""
    names = scene.names
    codes = [code for code in scene.partnerships if names.origins[code] == PUBLISHED]
    if not codes:
        return []
    count = formatting.quantity(len(codes), "partnership is", "partnerships are")
    items = [html.Li(_leading(code, scene)) for code in codes]
    return [
        html.Section(
            [
                html.H2("Published examples"),
                html.P(f"{count} known from published documents. {SILENT}"),
                html.Details([html.Summary("Show their names"), html.Ul(items, className="list")]),
            ],
            className="panel on-screen",
        )
    ]


def _leading(code: str, scene: Scene) -> Component:
    query = hrefs.narrowed(scene.asked.query, code)
    return html.A(scene.names.partnerships[code], href=hrefs.link("/placements", query))
