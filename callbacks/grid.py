"""The grid: what is done on it goes to the data, and what the data say comes back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.editing import Editing, Told, place_of
from dashboard.malformed import MalformedError
from data.changes.rows import Place
from data.people.person import Person
from data.returns.sheets import SHEETS
from layouts.grid import grid
from layouts.page import Page

Who = Callable[[], Person]
Answer = dict[str, Any]


USED: Final = {
    "changed": Input(ids.GRID, "cellValueChanged"),
    "undo": Input(ids.GRID_UNDO, "n_clicks"),
    "void": Input(ids.GRID_VOID, "n_clicks"),
    "keep": Input(ids.GRID_MINE, "n_clicks"),
}
HELD: Final = {
    "mine": State(ids.GRID_MINE_ROW, "data"),
    "chosen": State(ids.GRID, "selectedRows"),
    "reason": State(ids.GRID_REASON, "value"),
    "path": State(ids.ADDRESS, "pathname"),
}


class Grids:
    """Draws grids, and answers what is done on them."""

    def __init__(self, editing: Editing, who: Who, pages: Sequence[Page]) -> None:
        """Keep who edits and how."""
        self._editing = editing
        self._who = who
        self._pages = pages

    def answer(self, path: str) -> Answer | None:
        """Return what the browser must show for an address; nothing if it shows no grid.

        Raises:
            DeniedError: Whoever asks may not write those rows.
        """
        place = place_of(path)
        if place is None:
            return None
        person = self._who()
        where = self._editing.desk(person, place)
        sheet = SHEETS[place.sheet]
        home = f"/update/{place.partnership}/{place.owner}"
        content = grid(sheet, self._editing.rows(person, place), home)
        slots: dict[str, dict[str, Any]] = {
            ids.MAIN: {"data-data-version": ""},
            ids.HEADING: {"children": f"{sheet.title}: {where.organisation_name}"},
            ids.FAMILY: {"children": []},
            ids.LEAD: {"children": f"In {where.partnership_name}. Each row is {sheet.meaning}."},
            ids.SELECTION_LINE: {"children": ""},
            ids.NOTICE: {"children": []},
            ids.FILTERS: {"hidden": True},
            ids.MOUNTED: {"data": path},
            ids.CONTENT: {"children": content},
            **{ids.nav(page.path): {"aria-current": None} for page in self._pages},
        }
        return {"title": f"{sheet.title}: {where.organisation_name}", "slots": slots}

    def act(self, done: str, given: Mapping[str, Any]) -> Told:
        """Do what somebody did on a grid, and return what became of it.

        Args:
            done: Id of what they used.
            given: What the page holds, by the names in ``HELD``.

        Raises:
            DeniedError: They may not.
            MalformedError: It is nothing that a grid sends.
        """
        place = place_of(given["path"])
        if place is None:
            raise MalformedError
        person = self._who()
        if done == ids.GRID_UNDO:
            return self._editing.undo(person, place)
        if done == ids.GRID_VOID:
            return self._void(person, place, given["chosen"], given["reason"])
        if done == ids.GRID_MINE:
            return self._mine(person, place, given["mine"])
        return self._editing.change(person, place, _row(given["changed"]))

    def _void(self, person: Person, place: Place, chosen: Any, reason: Any) -> Told:
        if not chosen or not isinstance(chosen, list):
            return Told("Choose a row first: click on it, or move there and press the space bar.")
        return self._editing.void(person, place, chosen[0], reason)

    def _mine(self, person: Person, place: Place, mine: Any) -> Told:
        if not isinstance(mine, dict) or type(mine.get("version")) is not int:
            raise MalformedError
        return self._editing.change(person, place, mine.get("row"), mine["version"])


def register(app: Dash, grids: Grids) -> None:
    """Wire the grid: one callback for what reaches the data, one in the browser for new rows."""

    @app.callback(
        output=(
            Output(ids.GRID, "rowTransaction"),
            Output(ids.GRID_TOLD, "children"),
            Output(ids.GRID_BOTH, "children"),
            Output(ids.GRID_PENDING, "hidden"),
            Output(ids.GRID_MINE_ROW, "data"),
        ),
        inputs=USED,
        state=HELD,
        prevent_initial_call=True,
    )
    def act(**given: Any) -> tuple[Any, ...]:
        if not any(given[name] for name in USED):
            return (no_update,) * 5
        told = grids.act(str(ctx.triggered_id), given)
        pending = _pending(told, given["changed"])
        return _transaction(told), told.words, told.both, not told.both, pending

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped.
        ClientsideFunction("grid", "add"),
        Output(ids.GRID, "rowTransaction", allow_duplicate=True),
        Input(ids.GRID_ADD, "n_clicks"),
        State(ids.GRID, "columnDefs"),
        prevent_initial_call=True,
    )


def _transaction(told: Told) -> Any:
    if not (told.rows or told.added or told.gone):
        return no_update
    return {"update": told.rows, "add": told.added, "remove": told.gone, "async": False}


def _pending(told: Told, changed: Any) -> Any:
    """Return what somebody wants all the same, until they have chosen."""
    return {"row": _row(changed), "version": told.rows[0]["version"]} if told.both else None


def _row(changed: Any) -> Any:
    """Return the row of which a cell was changed."""
    if not isinstance(changed, list) or not changed or not isinstance(changed[0], dict):
        raise MalformedError
    return changed[0].get("data")
