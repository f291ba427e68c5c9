"""What has changed since somebody's last visit, with whose doing it was."""

from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from dashboard import formatting, hrefs
from dashboard.looking_back import Change, Since
from layouts.attributes import LOADED

FIRST = "From your next visit on, this says which of these figures have changed since this one."
NO_ROW = "No row behind it changed: what counts depends on the day, the rules and the partners."


def since_last_look(since: Since) -> Component:
    """Return what has changed, in each of its states."""
    heading = html.H2("Since you last looked")
    return html.Section([heading, *_told(since)], className="panel on-screen")


def _told(since: Since) -> list[Component]:
    if since.at is None:
        return [html.P(FIRST)]
    when = formatting.moment(since.at)
    if not since.changes:
        return [html.P(f"None of these figures has changed since {when}.")]
    count = formatting.quantity(len(since.changes), "figure has", "figures have")
    items = [html.Li(_change(change)) for change in since.changes]
    return [
        html.P(f"{count} changed since {when}."),
        html.Ul(items, className="list"),
        html.P(_all_changes(since)),
    ]


def _change(change: Change) -> list[Component | str]:
    causes = [html.Li(cause) for cause in change.causes]
    if change.more:
        more = formatting.quantity(change.more, "more organisation", "more organisations")
        causes.append(html.Li(f"and {more}"))
    return [
        html.Strong(change.name),
        f": from {change.was} to {change.now}.",
        html.Ul(causes or [html.Li(NO_ROW)], className="list"),
    ]


def _all_changes(since: Since) -> Component:
    day = formatting.in_london(since.at).date().isoformat() if since.at else ""
    href = hrefs.link("/changes", urlencode({"since": day}))
    return html.A("All changes since then", href=href, target=LOADED)
