"""What must be known of the partnerships on view: invented, from documents alone, or none yet."""

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard import formatting, sentences
from dashboard.scene import Scene
from data.schema.reference import ILLUSTRATIVE, PUBLISHED

BADGES: Final = {ILLUSTRATIVE: "Illustrative", PUBLISHED: "Published example"}
NAMED_AT_MOST: Final = 1
SET_UP: Final = (
    "There is no partnership that you may read. An administrator adds partnerships and partners "
    "under Administration, or from files with the command “partnership import-reference”, and "
    "gives people access to them. The command “partnership samples load” loads examples."
)
NO_RETURNS: Final = "are known from documents and send"


def badge(origin: str) -> list[Component]:
    """Return a badge for partnerships that have no records of their own; else nothing."""
    words = BADGES.get(origin)
    return [html.Span([" ", html.Span(words, className="badge-origin")])] if words else []


def notice(scene: Scene) -> list[Component]:
    """Return what must be known of the partnerships on view; nothing if all have own records."""
    if not scene.names.partnerships:
        return [html.P(_line("Nothing yet", SET_UP))]
    found = []
    if illustrative := _of(scene, ILLUSTRATIVE):
        invented = "is invented" if len(illustrative) == 1 else "are invented"
        found.append(
            _line(BADGES[ILLUSTRATIVE], f"{_listed(illustrative)} {invented} to show the service.")
        )
    if published := _of(scene, PUBLISHED):
        known = "is known from documents and sends" if len(published) == 1 else NO_RETURNS
        found.append(_line(BADGES[PUBLISHED], f"{_listed(published)} {known} no returns."))
    return [html.P([part for line in found for part in line])] if found else []


def _of(scene: Scene, origin: str) -> list[str]:
    names = scene.names
    return [
        names.partnerships[code] for code in scene.partnerships if names.origins[code] == origin
    ]


def _line(label: str, text: str) -> list[Component | str]:
    return [html.Strong(f"{label}: "), f"{text} "]


def _listed(names: Sequence[str]) -> str:
    if len(names) > NAMED_AT_MOST:
        return formatting.quantity(len(names), "partnership", "partnerships")
    return sentences.listed(names)
