"""Attributes of HTML whose names Python can't spell as keywords."""

from collections.abc import Mapping
from typing import TypeVar

from dash.development.base_component import Component

Element = TypeVar("Element", bound=Component)


def marked(component: Element, attributes: Mapping[str, str]) -> Element:
    """Return the component, bearing ``data-`` and ``aria-`` attributes."""
    for name, value in attributes.items():
        setattr(component, name, value)
    return component
