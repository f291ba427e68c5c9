"""Places in a page that take new values while the page stays as it is."""

from typing import Any

from dash.development.base_component import Component

# New properties of components, by their ids.
Slots = dict[str, dict[str, Any]]


def filled(component: Component, slots: Slots) -> Component:
    """Put values into the components that bear the ids, and return the whole.

    Raises:
        KeyError: A value is meant for a component that isn't there.
    """
    for name, properties in slots.items():
        slot = component if getattr(component, "id", None) == name else component[name]
        for key, value in properties.items():
            setattr(slot, key, value)
    return component
