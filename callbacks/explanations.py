"""From a number somebody wonders at to where it came from."""

from collections.abc import Callable, Sequence

from dash import MATCH, Dash, Input, Output, State
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.indicators import INDICATORS
from dashboard.malformed import MalformedError, text

Explain = Callable[[str, str], Sequence[Component]]


def register(app: Dash, explain: Explain) -> None:
    """Explain a number when its explanation is opened.

    Args:
        app: The application.
        explain: Returns the explanation of an indicator's figure for a query string.
    """

    @app.callback(
        Output(ids.where_from_body(MATCH), "children"),
        Input(ids.where_from(MATCH), "n_clicks"),
        State(ids.where_from(MATCH), "id"),
        State(ids.ADDRESS, "search"),
        prevent_initial_call=True,
    )
    def open_explanation(clicks: object, where: object, search: object) -> Sequence[Component]:
        # A page that has just been put in its place fires this too.
        if not clicks:
            raise PreventUpdate
        indicator = where.get("indicator") if isinstance(where, dict) else None
        if indicator not in INDICATORS:
            raise MalformedError
        return explain(str(indicator), text(search))
