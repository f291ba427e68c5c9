"""What the reader of one view may choose or search for; scripts take it to the address."""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.views.view import Choice, View
from layouts.slots import Slots
from layouts.static_parts import element, static


def controls(view: View) -> list[Component]:
    """Return the controls of a view, nothing chosen yet; often none."""
    found: list[Component] = []
    if view.choices:
        fields = [_field(view, choice) for choice in view.choices]
        found.append(html.Form(fields, className="choices"))
    if view.search:
        found.append(_search(view))
    return found


def chosen(view: View) -> Slots:
    """Return what is offered and chosen in each control of a view."""
    found: Slots = {}
    for choice in view.choices:
        offered = [{"value": value, "label": label} for value, label in choice.offered]
        one = "" if choice.prompt else choice.chosen[0]
        found[ids.choice(view.name, choice.parameter)] = {"options": offered, "value": one}
        if choice.prompt:
            taken = [each for each in offered if each["value"] in choice.chosen]
            found[ids.choice(view.name, choice.parameter, "chosen")] = {
                "options": taken,
                "value": [*choice.chosen],
            }
    return found


def _field(view: View, choice: Choice) -> Component:
    name = ids.choice(view.name, choice.parameter)
    parts = [
        html.Label(choice.label, htmlFor=name),
        dbc.Select(
            id=name,
            name=choice.parameter,
            options=[],
            value="",
            placeholder=choice.prompt or None,
        ),
    ]
    if choice.prompt:
        # Unticking a chip removes it.
        chips = ids.choice(view.name, choice.parameter, "chosen")
        parts.append(
            dbc.Checklist(
                id=chips, name=choice.parameter, options=[], value=[], className="boxes chips"
            )
        )
    return html.Div(parts, className="field")


def _search(view: View) -> Component:
    """Return a box that a script reads while somebody types, and a line that says what is left."""
    name = ids.view(view.name, "search")
    box = {
        "type": "search",
        "id": name,
        "name": "q",
        "class": "form-control",
        "autocomplete": "off",
        "data-search": ids.view(view.name, "table"),
    }
    field = static(
        element("label", [view.search], {"for": name}),
        element("input", [], box),
        element("p", [], {"role": "status", "class": "hint"}),
    )
    return html.Div(field, role="search", className="searching")
