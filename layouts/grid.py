"""The grid on which a coordinator edits rows in place."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import dash_ag_grid as dag
import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.columns import column_called
from dashboard.grid_editor import MOST
from data.returns.sheets.declaration import NUMBERS, Column, Sheet
from layouts.attributes import LOADED, marked

Rows = Sequence[Mapping[str, Any]]
SELECTION: Final = {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True}
UNSAVED: Final = "What you typed last is not stored yet. It is sent again once the service answers."
LEFT_OUT: Final = f"The table holds the first {MOST:,} rows. The others are under “All rows”."
HELP: Final = (
    "Arrow keys move between cells; Enter changes one and keeps it, Escape leaves it as it was. "
    "Ctrl+Z undoes your last change. A column's heading sorts; the menu in it filters."
)


def grid(sheet: Sheet, rows: Rows, home: str) -> Component:
    """Return the grid of a sheet's rows, with what can be done to them.

    Args:
        sheet: Whose rows they are.
        rows: As the grid shows them, with ``id`` and ``version``; more than it holds are left out.
        home: Address of the desk.
    """
    page = html.Div(
        [
            _ways_back(sheet, home),
            html.P(HELP, className="hint"),
            html.P(LEFT_OUT, hidden=len(rows) <= MOST),
            _actions(),
            html.P(id=ids.GRID_TOLD, role="status", className="grid-told"),
            _asks(
                ids.GRID_UNSAVED,
                UNSAVED,
                html.Button("Save again", id=ids.GRID_AGAIN, type="button"),
            ),
            _asks(
                ids.GRID_PENDING,
                html.Span(id=ids.GRID_BOTH),
                html.Button("Put mine in their place", id=ids.GRID_MINE, type="button"),
            ),
            html.A(
                "Skip past the table", href="#after-grid", className="skip-link", target="_self"
            ),
            _table(sheet, rows),
            html.P("End of the table.", id="after-grid", tabIndex=-1, className="visually-hidden"),
            dcc.Store(id=ids.GRID_SENT),
            dcc.Store(id=ids.GRID_ANSWER),
        ],
        className="grid-page",
    )
    return marked(page, {"data-keeps": ""})


def _ways_back(sheet: Sheet, home: str) -> Component:
    every = html.A("All rows", href=f"{home}/{sheet.name}/", target=LOADED)
    return html.P([every, " · ", html.A("Back to your desk", href=home, target=LOADED)])


def _table(sheet: Sheet, rows: Rows) -> Component:
    table = dag.AgGrid(
        id=ids.GRID,
        rowData=list(rows[:MOST]),
        columnDefs=[_column(column, sheet) for column in sheet.columns],
        defaultColDef={"sortable": True, "filter": True, "resizable": True, "minWidth": 110},
        getRowId="params.data.id",
        dashGridOptions={
            "rowSelection": SELECTION,
            "stopEditingWhenCellsLoseFocus": True,
            "animateRows": False,
        },
        style={"height": "36rem"},
    )
    return marked(html.Div(table, role="region"), {"aria-label": f"{sheet.title}, to edit"})


def _asks(name: str, words: str | Component, button: Component) -> Component:
    """Return what asks for a choice, once there is one to make."""
    return html.Div([words, button], id=name, hidden=True, role="alert", className="grid-asks")


def _actions() -> Component:
    return html.Div(
        [
            html.Button("Add a row", id=ids.GRID_ADD, type="button"),
            html.Button("Undo my last change", id=ids.GRID_UNDO, type="button"),
            html.Label("Why the chosen row goes", htmlFor=ids.GRID_REASON),
            dbc.Input(id=ids.GRID_REASON, type="text", maxLength=200, style={"width": "16rem"}),
            html.Button("Void the chosen row", id=ids.GRID_VOID, type="button"),
        ],
        className="grid-actions",
    )


def _column(column: Column, sheet: Sheet) -> dict[str, Any]:
    found: dict[str, Any] = {
        "field": column.name,
        "headerName": column_called(column.name) + ("" if not column.required else " *"),
        "editable": True,
        "cellDataType": False,
        "headerTooltip": column.note or None,
    }
    if column.name in sheet.key:
        # A stored row keeps what tells it apart; a new one may be given it.
        found["editable"] = {"function": "params.data.version === null"}
        found["pinned"] = "left"
    if column.values:
        found["cellEditor"] = "agSelectCellEditor"
        found["cellEditorParams"] = {"values": ["", *column.values]}
    if column.kind in NUMBERS:
        found["type"] = "numericColumn"
    return found
