"""Attributes of HTML: what a link to a plain page bears, and names that are no keywords."""

from collections.abc import Mapping
from typing import Final, TypeVar

from dash.development.base_component import Component

# The target of a link to a plain page, which the browser loads and the page at hand does not draw.
LOADED: Final = "_self"

Element = TypeVar("Element", bound=Component)


def marked(component: Element, attributes: Mapping[str, str]) -> Element:
    """Return the component, bearing ``data-`` and ``aria-`` attributes."""
    for name, value in attributes.items():
        setattr(component, name, value)
    return component
