"""The grid: what is done on it goes to the data, and what the data say comes back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.grid_editor import EditResult, GridEditor, place_of
from dashboard.malformed import MalformedError
from data.changes.rows import Place
from data.people.person import Person
from data.returns.sheets import SHEETS
from layouts.grid import grid
from layouts.page import Page
from layouts.static_parts import static_children

Who = Callable[[], Person]
Answer = dict[str, Any]
Sent = Mapping[str, Any]


class Grids:
    """Draws grids, and answers what is done on them."""

    def __init__(self, editing: GridEditor, who: Who, pages: Sequence[Page]) -> None:
        """Keep who edits and how."""
        self._editing = editing
        self._who = who
        self._pages = pages
        self._acts: Mapping[str, Callable[[Person, Place, Sent], EditResult]] = {
            "change": self._change,
            "keep": self._keep,
            "void": self._void,
            "undo": self._undo,
        }

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
        slots: dict[str, dict[str, Any]] = {
            ids.MAIN: {"data-data-version": "", "data-edition": ""},
            ids.HEADING: {"children": f"{sheet.title}: {where.organisation_name}"},
            ids.FAMILY: static_children(),
            ids.LEAD: {"children": f"In {where.partnership_name}. Each row is {sheet.meaning}."},
            ids.SELECTION_LINE: {"children": ""},
            ids.EDITION: static_children(),
            ids.NOTICE: static_children(),
            ids.FILTERS: {"hidden": True},
            ids.MOUNTED: {"data": path},
            ids.CONTENT: {"children": grid(sheet, self._editing.rows(person, place), home)},
            **{ids.nav(page.path): {"aria-current": None} for page in self._pages},
        }
        return {"title": f"{sheet.title}: {where.organisation_name}", "slots": slots}

    def act(self, path: Any, sent: Any) -> Answer:
        """Do what somebody did on a grid, and return what became of it.

        Args:
            path: Address of the grid.
            sent: What they did under ``done``, to which row, and a number that comes back.

        Raises:
            DeniedError: They may not.
            MalformedError: It is nothing that a grid sends.
        """
        place = place_of(path)
        known = isinstance(sent, dict) and isinstance(sent.get("done"), str)
        if place is None or not known or sent["done"] not in self._acts:
            raise MalformedError
        if type(sent.get("number")) is not int:
            raise MalformedError
        told = self._acts[sent["done"]](self._who(), place, sent)
        return {**asdict(told), "number": sent["number"]}

    def _change(self, person: Person, place: Place, sent: Sent) -> EditResult:
        return self._editing.change(person, place, sent.get("row"))

    def _keep(self, person: Person, place: Place, sent: Sent) -> EditResult:
        if type(sent.get("version")) is not int:
            raise MalformedError
        return self._editing.change(person, place, sent.get("row"), sent["version"])

    def _void(self, person: Person, place: Place, sent: Sent) -> EditResult:
        return self._editing.void(person, place, sent.get("row"), sent.get("reason"))

    def _undo(self, person: Person, place: Place, _sent: Sent) -> EditResult:
        return self._editing.undo(person, place)


def register(app: Dash, grids: Grids) -> None:
    """Wire the grid: one callback for what reaches the data; a script sends and puts in place."""

    @app.callback(
        Output(ids.GRID_ANSWER, "data"),
        Input(ids.GRID_SENT, "data"),
        State(ids.ADDRESS, "pathname"),
        prevent_initial_call=True,
    )
    def act(sent: Any, path: Any) -> Answer:
        return grids.act(path, sent)

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped.
        ClientsideFunction("grid", "changed"), Input(ids.GRID, "cellValueChanged")
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("grid", "settle"), Input(ids.GRID_ANSWER, "data")
    )
