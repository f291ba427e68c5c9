"""A list to work from, with its words and its file."""

from dash import html
from dash.development.base_component import Component

from dashboard import hrefs
from dashboard.listing import Listed, Listing, Visit
from layouts.attributes import marked
from layouts.components.table import table
from layouts.static_parts import plain, static


def list_card(listing: Listing, listed: Listed, visit: Visit, slug: str) -> Component:
    """Return a list as somebody sees it.

    Args:
        listing: The list.
        listed: What they see of it.
        visit: Who they are.
        slug: The page's name in the addresses of its files.
    """
    parts = [
        plain(html.H2(listing.heading, className="eyebrow")),
        plain(html.P(listed.title, className="finding")),
    ]
    if listed.empty:
        parts.append(plain(html.P(listed.empty, className="empty")))
    else:
        parts += [
            plain(html.P(listed.subtitle, className="subtitle")),
            table(listed.table, listed.title, visit.names),
            plain(html.Details([html.Summary("What this lists"), html.P(listing.meaning)])),
            plain(html.P(f"Source: {listing.source}.", className="source")),
            plain(_file(listing, visit, slug)),
        ]
    card = html.Section(static(*parts), id=listing.name, className="view on-screen")
    return marked(card, {"data-list": listing.name})


def _file(listing: Listing, visit: Visit, slug: str) -> Component:
    address = hrefs.link(f"/download/{slug}/{listing.name}.csv", visit.asked.query)
    link = marked(html.A("Data (CSV)", href=address), {"data-download": "csv"})
    return html.Ul(html.Li(link), className="links")
