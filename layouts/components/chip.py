"""A status in words, with its symbol; the colours only repeat what the words say."""

from dash import html
from dash.development.base_component import Component

from dashboard.indicators.standing import Verdict
from dashboard.theme import CHIPS
from layouts.attributes import marked


def chip(verdict: Verdict) -> Component:
    """Return a status as people read it."""
    look = CHIPS[verdict]
    colours = {"color": look.colour, "background": look.background}
    symbol = marked(html.Span(look.symbol), {"aria-hidden": "true"})
    return html.Span([symbol, f" {look.words}"], className="status-chip", style=colours)
