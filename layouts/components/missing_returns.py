"""Whose returns are missing, since when."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import formatting
from dashboard.scene import Scene
from data.members import Member

MOST_NAMED = 8
ALL_IN = "Every return that was due has arrived."
NOBODY = "Nobody on view owes a return."


def missing_returns(scene: Scene) -> Component:
    """Return the partners on view who owe a return, the longest overdue first."""
    items = [html.Li(_owed(member, scene)) for member in scene.owing]
    parts = _listed(items) if items else [html.P(ALL_IN if scene.expected else NOBODY)]
    return html.Section([html.H2("Returns missing"), *parts], className="panel")


def _listed(items: Sequence[Component]) -> list[Component]:
    shown, rest = items[:MOST_NAMED], items[MOST_NAMED:]
    parts: list[Component] = [html.Ul(shown, className="list")]
    if rest:
        more = html.Summary(
            f"Show {formatting.quantity(len(rest), 'more partner', 'more partners')}"
        )
        parts.append(html.Details([more, html.Ul(rest, className="list")]))
    return parts


def _owed(member: Member, scene: Scene) -> list[Component | str]:
    missing = member.missing_in(scene.selection.years)
    partnership = scene.names.partnerships[member.partnership]
    first = "first due" if len(missing) > 1 else "due"
    quarters = formatting.quarters(each.period for each in missing)
    since = f" ({partnership}): {quarters}, {first} {formatting.day(missing[0].due)}"
    return [html.Strong(member.name), since]
