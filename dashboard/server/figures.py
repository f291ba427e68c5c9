"""Where a number came from, down to the rows: a page for every figure, and files of its rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from flask import Blueprint, Response, abort, jsonify, request

from dashboard import comma_separated, figure_links, traced_returns, traced_rows, tracing, units
from dashboard.editions.standpoint import At, Standpoint
from dashboard.editions.words import name
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.custom import Custom
from dashboard.server import plain
from dashboard.server.sign_in import current
from dashboard.tracing import Trace
from data.reader import Snapshot

NAMED_AT_MOST: Final = 50
Leads = Callable[[str, str, str], Mapping[str, Sequence[str]] | None]


def figures(at: At, indicators: Mapping[str, Indicator], leads: Leads) -> Blueprint:
    """Return the routes of figures.

    Args:
        at: Returns from where whoever asks looks with a query: at the data, or at an edition.
        indicators: Whatever can be traced back, by its id.
        leads: Returns where the numbers of a page's table lead, for a query.
    """
    routes = Blueprint("figures", __name__, url_prefix=figure_links.PATH)

    def found(snapshot: Snapshot, indicator: str, here: Standpoint) -> Trace:
        # Whatever is unknown is answered like what is somebody else's.
        wanted = indicators.get(indicator)
        if wanted is None or not wanted.work.is_traceable():
            abort(404)
        return tracing.trace(snapshot, here, wanted, _search()) or abort(404)

    @routes.get("/<indicator>")
    def one(indicator: str) -> Response:
        here = at(_search())
        with here.reader.snapshot() as snapshot:
            return _page(found(snapshot, indicator, here))

    @routes.get("/<indicator>/rows.csv")
    def rows(indicator: str) -> Response:
        here = at(_search())
        with here.reader.snapshot() as snapshot:
            return _file(found(snapshot, indicator, here))

    @routes.get("/of/<page>/<view>")
    def of_table(page: str, view: str) -> Response:
        answer = leads(page, view, _search())
        return abort(404) if answer is None else jsonify(answer)

    return routes


def _search() -> str:
    return request.query_string.decode("ascii", "replace")


def _page(found: Trace) -> Response:
    indicator, figure = found.ask.indicator, found.figure
    here, number, page = current.person_here(), plain.number("list"), plain.number("page")
    returns = traced_returns.lines(found)
    return plain.page(
        "figure.html",
        indicator=indicator,
        is_defined=indicator.id in INDICATORS,
        is_of_all=isinstance(indicator.work, Custom),
        figure=figure,
        reads=units.written(figure, indicator.unit),
        base=units.base(figure, indicator) if figure.value is not None else "",
        state=units.state(figure),
        amount=traced_rows.amount,
        where=found.where,
        edition=found.asked.edition and name(found.asked.edition),
        explanation=found.explanation,
        returns=returns[:NAMED_AT_MOST],
        more=len(returns) - NAMED_AT_MOST,
        listings=[
            traced_rows.listing(found, place, here, page if place == number else 1)
            for place in range(len(found.behind))
        ],
        query=found.query,
        most_in_a_file=traced_rows.MOST_IN_A_FILE,
    )


def _file(found: Trace) -> Response:
    number, here = plain.number("list"), current.person_here()
    if number >= len(found.behind) or not found.behind[number].count(here):
        abort(404)
    indicator, sheet = found.ask.indicator, found.behind[number].sheet
    table, count = traced_rows.file(found, number, here)
    lines = [
        ("Formula", indicator.formula),
        ("Selection", found.where),
        ("Rows", f"{len(table.rows)} of the {count} that you may read"),
    ]
    title = f"{indicator.name}: {units.written(found.figure, indicator.unit)}"
    contents = comma_separated.written(title, lines, table)
    return plain.file(contents, f"{indicator.id}-{sheet}.csv", plain.CSV)
