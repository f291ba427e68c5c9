"""A headline card: one indicator's figure, with what makes it readable."""

from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from dashboard import ids, units
from dashboard.editions.before import change
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.indicators.standing import stands
from dashboard.scene import Scene
from dashboard.theme import CHIPS
from dashboard.views.targets import target_to_judge_by
from layouts.attributes import marked
from layouts.components.marks import chip
from layouts.components.selection_line import period
from layouts.components.where_from import where_from
from layouts.slots import Slots
from layouts.static_parts import Plain, element, plain, static_children

CARD, BODY = "card", "body"
# Characters of a number that a card has room for in large type.
ROOM: Final = 6


def skeleton(indicator: Indicator) -> Component:
    """Return the card without its figure."""
    card = html.Article(
        [
            html.H3(indicator.name),
            html.Div(id=ids.headline(indicator.id, BODY)),
            where_from(indicator),
        ],
        id=ids.headline(indicator.id, CARD),
        className="headline",
    )
    return marked(card, {"data-indicator": indicator.id})


def slots(indicator: Indicator, figure: Figure, scene: Scene) -> Slots:
    """Return the card's values."""
    raw: dict[str, Any] = {
        "data-value": "" if figure.value is None else str(figure.value),
        "data-status": figure.status,
    }
    return {
        ids.headline(indicator.id, CARD): raw,
        ids.headline(indicator.id, BODY): static_children(
            *_body(indicator, figure, indicator.period or period(scene.selection), raw),
            *_standing(indicator, figure, scene),
            *_change(indicator, figure, scene),
        ),
    }


def _body(indicator: Indicator, figure: Figure, years: str, raw: dict[str, str]) -> list[Component]:
    number, unit = _parts(figure, units.written(figure, indicator.unit))
    kind = _size(indicator, number) if _is_number(figure) else "value value-missing"
    base = _base(indicator, figure)
    return [
        html.P(
            [marked(html.Span(number, className=kind), raw), html.Span(unit, className="unit")],
            className="figure",
        ),
        html.P(", ".join(part for part in (base, years) if part), className="base"),
        html.P(units.state(figure), className=f"state state-{figure.status}"),
    ]


def _size(indicator: Indicator, number: str) -> str:
    # Sums of money stand beside each other in one size.
    return "value value-long" if len(number) > ROOM or indicator.unit == "pounds" else "value"


def _standing(indicator: Indicator, figure: Figure, scene: Scene) -> list[Plain]:
    """Return the status against the target, with its rule; nothing where no target was set."""
    (target,) = scene.answers[Ask(target_to_judge_by(indicator.id), scene.selection)]
    if target.value is None:
        return []
    found = stands(indicator, figure, target.value, scene.rules, scene.nation)
    agreed = units.WRITING[indicator.unit].write(target.value)
    status = chip(found.verdict, CHIPS[found.verdict].words)
    return [
        element("p", [status, f" Target: {agreed}"], {"class": "standing"}),
        plain(html.P(f"{found.rule}.", className="base")),
    ]


def _change(indicator: Indicator, figure: Figure, scene: Scene) -> list[Component]:
    """Return how the figure has changed since the edition before; nothing where there is none."""
    words = change(indicator, figure, scene.before)
    return [html.P(f"{words}.", className="base change")] if words else []


def _parts(figure: Figure, text: str) -> tuple[str, str]:
    # The words of a unit stand beside its number, and smaller.
    if not _is_number(figure):
        return text, ""
    number, space, unit = text.partition(" ")
    return number, space + unit


def _is_number(figure: Figure) -> bool:
    # A count that is low reads in words.
    return figure.value is not None and not (figure.low and figure.numerator is None)


def _base(indicator: Indicator, figure: Figure) -> str:
    """Return what stands behind the number, and what goes with it, such as its baseline year."""
    if not figure.value:
        return "" if figure.value is None else units.base(figure, indicator)
    # What the state says below need not stand here as well.
    is_said = figure.note.lower() in units.state(figure).lower()
    note = "" if is_said else figure.note
    return ", ".join(part for part in (units.base(figure, indicator), note) if part)
