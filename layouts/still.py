"""Parts of a page that no callback speaks of, sent as plain elements.

Whenever anything changes, Dash asks each of its components whether that concerns it. A thousand
cells as a thousand components take a browser seconds to put in place; as plain elements, nothing.
"""

import json
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from layouts.attributes import marked

# What Dash calls otherwise than HTML does.
NAMES: Final = {"className": "class"}


def still(*parts: Component) -> Component:
    """Return one component, of which a script makes the parts."""
    content = json.dumps([_plain(part) for part in parts], ensure_ascii=False)
    return marked(html.Div(), {"data-still": content})


def _plain(part: Any) -> Any:
    if not isinstance(part, Component):
        return str(part)
    described = part.to_plotly_json()  # type: ignore[no-untyped-call]  # Dash leaves it untyped.
    attributes = dict(described["props"])
    children = attributes.pop("children", None)
    return [
        described["type"].lower(),
        {NAMES.get(name, name): value for name, value in attributes.items() if value is not None},
        [_plain(child) for child in _listed(children)],
    ]


def _listed(children: Any) -> list[Any]:
    if isinstance(children, list | tuple):
        return [child for child in children if child is not None]
    return [] if children is None else [children]
