"""What of a page is somebody's own: a page is kept for all who read as much, this is added for one.

It comes with the same answer, so that there is one request a change for everybody.
"""

from dash import html
from dash.development.base_component import Component

from dashboard import hrefs, ids
from dashboard.listing import Visit
from dashboard.views.view import View
from data.people.rights import may
from layouts import lists
from layouts.attributes import LOADED
from layouts.page import Page
from layouts.slots import Slots
from layouts.static_parts import static_children


def slots(page: Page, visit: Visit) -> Slots:
    """Return what is somebody's own on a page: their lists, and the ways on that are open."""
    return lists.slots(page, visit) | _ways_to_comment(page, visit) | _ways_out(page, visit)


def _ways_out(page: Page, visit: Visit) -> Slots:
    """Return the ways from an edition to what is known of it, and to the data of today."""
    edition = visit.asked.edition
    found: list[Component] = []
    if edition:
        found.append(_loaded("About this edition", f"/reports/{edition.number}"))
    if edition and visit.person.reads_live and page.path:
        query = hrefs.live(hrefs.joined(visit.asked.query, page.own))
        found.append(html.A("Live data in place of it", href=hrefs.link(page.path, query)))
    items = [html.Li(link) for link in found]
    return {ids.EDITION: static_children(*([html.Ul(items, className="links")] if items else []))}


def _loaded(words: str, path: str) -> Component:
    return html.A(words, href=path, target=LOADED)


def _ways_to_comment(page: Page, visit: Visit) -> Slots:
    partnership = visit.asked.selection.one_partnership
    is_live = bool(partnership) and not visit.asked.edition
    there = is_live and may(visit.person, "comment on figures", partnership)
    query = hrefs.narrowed(visit.asked.query, partnership)
    return {
        ids.view(view.name, "comment"): static_children(
            *([_way(view, f"/comments/{page.slug}/{view.name}", query)] if there else [])
        )
        for view in page.views
    }


def _way(view: View, path: str, query: str) -> Component:
    aside = html.Span(f" on {view.heading}", className="visually-hidden")
    href = hrefs.link(path, query)
    return html.A(["Write a comment", aside], href=href, target=LOADED)
