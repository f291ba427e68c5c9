"""What an address shows that no page has."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.scene import Scene
from layouts.page import Page


def words(_scene: Scene) -> Sequence[Component]:
    """Return where to go from here."""
    return [
        html.P("If you typed the address, check that it is right."),
        html.P(["You can start again from the ", html.A("overview", href="/"), "."]),
    ]


NOT_FOUND = Page(
    path="",
    title="Page not found",
    lead="There is no page at this address.",
    beside=words,
    filtered=False,
)
