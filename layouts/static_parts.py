"""Parts of a page that no callback speaks of, sent as plain elements.

Whenever anything changes, Dash asks each of its components whether that concerns it. A thousand
cells as a thousand components take a browser seconds to put in place; as plain elements, nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import orjson
from dash import html
from dash.development.base_component import Component

from layouts.attributes import marked

# What Dash calls otherwise than HTML does.
NAMES: Final = {"className": "class", "htmlFor": "for"}
# Components that are elements of HTML and nothing besides.
ELEMENTS: Final = "dash_html_components"

NONE: Final[Mapping[str, str]] = {}
# It is sent as text in an answer that is JSON itself, where each quotation mark would be two signs.
# The script swaps them back.
SWAPPED: Final = str.maketrans('"`', '`"')
# A tag, its attributes and what is in it; or text. A row of a table can have no text, so that text
# in one stands for a cell with a number: a page has a thousand of them.
Plain = list[Any] | str


def element(tag: str, content: Iterable[Plain], attributes: Mapping[str, str] = NONE) -> Plain:
    """Return a plain element: a table has too many of them for each to be a component."""
    return [tag, attributes, [*content]]


def static(*parts: Component | Plain) -> Component:
    """Return one component with static parts, which a script makes in the browser."""
    return marked(html.Div(), static_children(*parts))


def static_children(*parts: Component | Plain) -> dict[str, str]:
    """Return the attribute that has a script make static parts in a component and renew them."""
    return {"data-still": orjson.dumps([plain(part) for part in parts]).decode().translate(SWAPPED)}


def settled(component: Component) -> Component:
    """Return a component in which all that no callback speaks of has become static parts.

    What was filled in is kept, and so are the ids by which a script fills in new values.
    """
    children = _listed(getattr(component, "children", None))
    if not any(isinstance(child, Component) for child in children):
        return component
    if not any(map(_is_spoken_of, children)):
        component.children = None
        return marked(component, static_children(*children))
    component.children = [
        settled(child) if isinstance(child, Component) else child for child in children
    ]
    return component


def _is_spoken_of(part: Any) -> bool:
    if not isinstance(part, Component):
        return False
    by_a_callback = hasattr(part, "n_clicks") or isinstance(getattr(part, "id", None), dict)
    children = _listed(getattr(part, "children", None))
    return part._namespace != ELEMENTS or by_a_callback or any(map(_is_spoken_of, children))


def plain(part: Any) -> Plain:
    """Return a component as a plain element; what is plain already as it is."""
    if isinstance(part, list):
        return part
    if not isinstance(part, Component):
        return str(part)
    described = part.to_plotly_json()  # type: ignore[no-untyped-call]  # Dash leaves it untyped.
    attributes = dict(described["props"])
    children = attributes.pop("children", None)
    still = attributes.pop("data-still", None)
    return [
        described["type"].lower(),
        {
            NAMES.get(name, name): "" if value is True else value
            for name, value in attributes.items()
            if value is not None and value is not False
        },
        orjson.loads(still.translate(SWAPPED)) if still else [*map(plain, _listed(children))],
    ]


def _listed(children: Any) -> list[Any]:
    if isinstance(children, list | tuple):
        return [child for child in children if child is not None]
    return [] if children is None else [children]
