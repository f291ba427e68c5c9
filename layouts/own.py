"""What of a page is somebody's own: a page is kept for all who read as much, this is added for one.

It comes with the same answer, so that there is one request a change for everybody.
"""

from dash import html
from dash.development.base_component import Component

from dashboard import addresses, ids
from dashboard.listing import Visit
from dashboard.views.view import View
from data.people.rights import may
from layouts import lists
from layouts.components.account_links import LOADED
from layouts.page import Page
from layouts.slots import Slots
from layouts.still import held


def slots(page: Page, visit: Visit) -> Slots:
    """Return what is somebody's own on a page: their lists, and the ways to say something."""
    return lists.slots(page, visit) | _ways_to_comment(page, visit)


def _ways_to_comment(page: Page, visit: Visit) -> Slots:
    partnership = visit.asked.selection.one_partnership
    there = bool(partnership) and may(visit.person, "comment on figures", partnership)
    query = addresses.narrowed(visit.asked.query, partnership)
    return {
        ids.view(view.name, "comment"): held(
            *([_way(view, f"/comments/{page.slug}/{view.name}", query)] if there else [])
        )
        for view in page.views
    }


def _way(view: View, path: str, query: str) -> Component:
    aside = html.Span(f" on {view.heading}", className="visually-hidden")
    href = addresses.link(path, query)
    return html.A(["Write a comment", aside], href=href, target=LOADED)
