"""The grid on which a coordinator edits rows in place."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import dash_ag_grid as dag
import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids, wording
from data.returns.sheets.declaration import NUMBERS, Column, Sheet
from layouts.attributes import marked

Rows = Sequence[Mapping[str, Any]]
SELECTION: Final = {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True}
HELP: Final = (
    "Arrow keys move between cells; Enter changes one and keeps it, Escape leaves it as it was. "
    "Ctrl+Z undoes your last change. A column's heading sorts; the menu in it filters."
)


def grid(sheet: Sheet, rows: Rows, home: str) -> Component:
    """Return the grid of a sheet's rows, with what can be done to them.

    Args:
        sheet: Whose rows they are.
        rows: As the grid shows them, with ``id`` and ``version``.
        home: Address of the desk.
    """
    table = dag.AgGrid(
        id=ids.GRID,
        rowData=list(rows),
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
    return html.Div(
        [
            html.P(
                [
                    html.A("All rows", href=f"{home}/{sheet.name}/", target="_self"),
                    " · ",
                    html.A("Back to your desk", href=home, target="_self"),
                ]
            ),
            html.P(HELP, className="hint"),
            _actions(),
            html.P(id=ids.GRID_TOLD, role="status", className="grid-told"),
            html.Div(
                [
                    html.Span(id=ids.GRID_BOTH),
                    html.Button("Put mine in their place", id=ids.GRID_MINE, type="button"),
                ],
                id=ids.GRID_PENDING,
                hidden=True,
                role="alert",
            ),
            html.A(
                "Skip past the table", href="#after-grid", className="skip-link", target="_self"
            ),
            marked(html.Div(table, role="region"), {"aria-label": f"{sheet.title}, to edit"}),
            html.P("End of the table.", id="after-grid", tabIndex=-1, className="visually-hidden"),
            dcc.Store(id=ids.GRID_MINE_ROW),
        ],
        className="grid-page",
    )


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
        "headerName": wording.column(column.name) + ("" if not column.required else " *"),
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
