"""Filters and the address, each set from the other, in the browser without a request."""

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.addresses import BASIS, FILTERS


def register(app: Dash) -> None:
    """Keep the controls and the address alike; one circular callback, so that neither lags."""
    long = [item.parameter for item in FILTERS if item.long]
    controls = [ids.control(item.parameter) for item in FILTERS] + [ids.control(BASIS)]
    chips = [ids.chosen(parameter) for parameter in long]
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped.
        ClientsideFunction("filters", "keep"),
        [
            Output(ids.ADDRESS, "search"),
            *(Output(name, "value") for name in (*controls, *chips)),
            *(Output(name, "options") for name in chips),
        ],
        [
            Input(ids.ADDRESS, "search"),
            Input(ids.CLEAR, "n_clicks"),
            *(Input(name, "value") for name in (*controls, *chips)),
        ],
        [State(ids.control(parameter), "options") for parameter in long],
    )
