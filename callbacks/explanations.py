"""From a number somebody wonders at to where it came from."""

from collections.abc import Callable, Sequence

from dash import MATCH, Dash, Input, Output, State
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard import figure_links, ids
from dashboard.editions.standpoint import At, Standpoint
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.explain import explain
from dashboard.malformed import MalformedError, text
from data.options import Options
from data.reader import Snapshot
from layouts.components.where_from import explained
from layouts.page_finder import Found

Explain = Callable[[str, str, str], Sequence[Component]]
Read = Callable[[Snapshot, str, str, Standpoint], tuple[Options, Found]]


class Explanations:
    """Tells where numbers came from."""

    def __init__(self, at: At, read: Read) -> None:
        """Keep what is needed.

        Args:
            at: Returns from where whoever asks looks with a query string.
            read: Reads path and query string from there.
        """
        self._at = at
        self._read = read

    def explanation(self, indicator: str, path: str, search: str) -> list[Component]:
        """Return where an indicator's figure on a page came from.

        Raises:
            KeyError: There is no such indicator.
        """
        wanted, at = INDICATORS[indicator], self._at(search)
        # Why rows are left out is asked of the rows themselves; nobody waits for that meanwhile.
        with at.reader.snapshot() as snapshot:
            asked = self._read(snapshot, path, search, at)[1].exact
            ask = Ask(wanted, asked.selection)
            found = explain(at.bench(snapshot, cells=False), ask, shows_rows=at.shows_rows)
        return explained(wanted, found, figure_links.of_question(ask, asked))


def register(app: Dash, explain: Explain) -> None:
    """Explain a number when its explanation is opened.

    Args:
        app: The application.
        explain: Returns the explanation of an indicator's figure, for a page's path and query.
    """

    @app.callback(
        Output(ids.where_from_body(MATCH), "children"),
        Input(ids.where_from(MATCH), "n_clicks"),
        State(ids.where_from(MATCH), "id"),
        State(ids.ADDRESS, "pathname"),
        State(ids.ADDRESS, "search"),
        prevent_initial_call=True,
    )
    def open_explanation(
        clicks: object, where: object, path: object, search: object
    ) -> Sequence[Component]:
        # A page that has just been put in its place fires this too.
        if not clicks:
            raise PreventUpdate
        indicator = where.get("indicator") if isinstance(where, dict) else None
        if indicator not in INDICATORS:
            raise MalformedError
        return explain(str(indicator), text(path), text(search))
