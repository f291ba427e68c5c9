"""Where a request came from: its door and its address, for the history of what is refused."""

from typing import Any, Final

from flask import request

from dashboard import ids
from dashboard.grid_editor import place_of
from dashboard.server.payload import UPDATE
from dashboard.server.plain import field
from data.changes.author import Door

FILES: Final = "update_files"


def door_and_address() -> tuple[Door, str]:
    """Return the door, and the address that was asked for or whose page asks."""
    if request.path == UPDATE:
        path = page_that_asks()
        return ("grid" if place_of(path) else "form"), path
    if request.blueprint == FILES:
        return ("paste" if field("rows") or field("door") == "paste" else "file"), request.path
    return "form", request.path


def page_that_asks() -> str:
    """Return the address of the page whose own script asks."""
    body = request.get_json()
    parts: list[dict[str, Any]] = [*body["inputs"], *body.get("state", [])]
    where = {"id": ids.ADDRESS, "property": "pathname"}
    return next((str(one.get("value")) for one in parts if where.items() <= one.items()), UPDATE)
