"""What is invented, or known from documents alone, says so wherever it is on view."""

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard import formatting
from dashboard.scene import Scene
from dashboard.views.view import Names

ILLUSTRATIVE: Final = "illustrative"
PUBLISHED: Final = "published"
BADGES: Final = {ILLUSTRATIVE: "Illustrative", PUBLISHED: "Published example"}
NAMED_AT_MOST: Final = 3


def badge(name: str, names: Names) -> list[Component]:
    """Return a badge for the name of a partnership that has no records of its own; else nothing."""
    code = next((code for code, known in names.partnerships.items() if known == name), None)
    words = BADGES.get(names.origins.get(code or "", ""))
    return [html.Span([" ", html.Span(words, className="badge-origin")])] if words else []


def notice(scene: Scene) -> list[Component]:
    """Return what must be known of the partnerships on view; nothing if all have own records."""
    illustrative = _of(scene, ILLUSTRATIVE)
    published = _of(scene, PUBLISHED)
    found = []
    if illustrative:
        invented = "is invented" if len(illustrative) == 1 else "are invented"
        found.append(
            _line("Illustrative data", f"{_listed(illustrative)} {invented} to show the service.")
        )
    if published:
        known = "is known" if len(published) == 1 else "are known"
        found.append(
            _line(
                "Published examples",
                f"{_listed(published)} {known} from published documents alone. They send no "
                "returns, so their figures read not reported.",
            )
        )
    return found


def _of(scene: Scene, origin: str) -> list[str]:
    names = scene.names
    return [
        names.partnerships[code] for code in scene.partnerships if names.origins[code] == origin
    ]


def _line(label: str, text: str) -> Component:
    return html.P([html.Strong(f"{label}. "), text])


def _listed(names: Sequence[str]) -> str:
    if len(names) > NAMED_AT_MOST:
        return formatting.quantity(len(names), "partnership", "partnerships")
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
