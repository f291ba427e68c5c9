"""What needs a decision: a few exceptions, each with its owner and day."""

from dash import html
from dash.development.base_component import Component

from dashboard import formatting, hrefs
from dashboard.attention.raised import Raised, first
from dashboard.scene import Scene
from data.editions.edition import Edition
from layouts.attributes import LOADED

MOST = 5
ACTIONS = "/actions/"
COLUMNS = ("What is the matter", "Owner", "By when")


def needs_attention(scene: Scene) -> Component:
    """Return at most five exceptions of what is on view, and the way to all of them."""
    shown = first(scene.raised, MOST)
    parts = [_table(shown, scene), *_way_to_all(scene)] if shown else [_nothing(scene)]
    return html.Section([html.H2("Needs attention"), *parts], className="panel attention")


def _nothing(scene: Scene) -> Component:
    if scene.is_silent:
        return html.P("These partnerships send no returns, so nothing can be raised for them.")
    return html.P("No rule has raised an exception for what is on view.")


def _table(shown: list[Raised], scene: Scene) -> Component:
    heading = html.Tr([html.Th(text, scope="col") for text in COLUMNS])
    caption = html.Caption("Exceptions with owner and day", className="visually-hidden")
    table = html.Table(
        [caption, html.Thead(heading), html.Tbody([_row(each, scene) for each in shown])],
        className="numbers sentences",
    )
    return html.Div(table, className="table-scroll")


def _row(each: Raised, scene: Scene) -> Component:
    words = html.Th(_led(each, scene.asked.edition), scope="row")
    due = formatting.day(each.due) if each.due else "no day set"
    return html.Tr([words, html.Td(each.owner), html.Td(due)])


def _led(each: Raised, edition: Edition | None) -> Component | str:
    """Return what is the matter, with the way to more; actions are no part of an edition."""
    is_action = each.path.startswith(ACTIONS)
    if is_action and edition:
        return each.words
    # Actions are plain pages.
    target = LOADED if is_action else None
    return html.A(each.words, href=hrefs.kept_in(each.path, edition), target=target)


def _way_to_all(scene: Scene) -> list[Component]:
    if scene.asked.edition:
        return []
    words = f"All exceptions ({formatting.count(len(scene.raised))}), and what was agreed on them"
    href = hrefs.link(ACTIONS, scene.asked.query)
    return [html.P(html.A(words, href=href, target=LOADED), className="on-screen")]
