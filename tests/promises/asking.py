"""What a page sends to the service when somebody uses it."""

from dashboard import ids
from tests.promises.conftest import HOME
from tests.support.application import on_the_grid

UPDATE = "/_dash-update-component"
GRID = f"{HOME}/offers/grid"


def grid(service, **given):
    """What the grid sends when a cell is changed."""
    row = {"id": "1", "version": 1, "places": "9", "ref": "O1", **given.pop("row", {})}
    body = on_the_grid(given.pop("path", GRID), row=row)
    return body | {"changedPropIds": [given.pop("trigger", f"{ids.GRID_SENT}.data")]}
