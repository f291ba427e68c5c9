"""Where a number came from: the formula, the rows behind it, the returns they came in."""

from dash import html
from dash.development.base_component import Component

from dashboard import formatting, ids
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.explain import Explanation, Partner, Rows
from dashboard.traced_returns import owed
from layouts.attributes import LOADED, marked

NAMED_AT_MOST = 5


def where_from(indicator: Indicator) -> Component:
    """Return a part that opens; what it holds is worked out only when somebody opens it."""
    summary = html.Summary(
        "Where this number came from", id=ids.where_from(indicator.id), n_clicks=0
    )
    body = html.Div(id=ids.where_from_body(indicator.id))
    return marked(html.Details([summary, body], className="where-from"), {"data-of": indicator.id})


def explained(indicator: Indicator, found: Explanation, whole: str) -> list[Component]:
    """Return the parts that explain an indicator's figure.

    Args:
        indicator: The indicator.
        found: Where its figure came from.
        whole: Address of the page that tells all of it.
    """
    further = html.A("Everything behind it, down to the rows", href=whole, target=LOADED)
    definition = html.P(
        [further, " \u00b7 ", html.A("Full definition", href=f"/help#{indicator.id}")]
    )
    if not found.has_meaning:
        words = "With these filters it has no meaning: not every part of it can follow them."
        return [html.P(found.formula), html.P(words), definition]
    return [
        html.P(found.formula),
        *([_rows("Rows counted", found.counted)] if found.counted else []),
        *([_rows("Rows left out", found.left_out)] if found.left_out else []),
        html.P(f"Sheets behind it: {found.source}."),
        _returns(found),
        definition,
    ]


def _rows(heading: str, rows: tuple[Rows, ...]) -> Component:
    lines = [
        html.Li(
            f"{each.sheet}: {formatting.quantity(each.rows, 'row', 'rows')} {each.reason}".strip()
        )
        for each in rows
    ]
    return html.Div([html.P(heading), html.Ul(lines)])


def _returns(found: Explanation) -> Component:
    reported = (
        f"{formatting.of(found.reported, found.expected)} partners have sent all that was due."
    )
    late = [each for each in found.awaited if each.missing]
    silent = len(found.awaited) - len(late)
    parts: list[Component] = [html.P(reported)]
    if late:
        parts.append(html.Ul([html.Li(_late(each)) for each in late[:NAMED_AT_MOST]]))
    if len(late) > NAMED_AT_MOST:
        parts.append(html.P(f"So do {len(late) - NAMED_AT_MOST} more partners."))
    if silent:
        parts.append(html.P(_silent(silent)))
    return html.Div(parts)


def _late(partner: Partner) -> str:
    return f"{partner.member.name} owes {owed(partner.missing or ())}"


def _silent(count: int) -> str:
    partners = formatting.quantity(count, "partner is", "partners are")
    return f"{partners} known from published documents alone and send no returns."
