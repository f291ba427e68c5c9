"""What surrounds every page: it is mounted once and stays."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids, navigation
from dashboard.navigation import MenuEntry
from dashboard.wording import SERVICE
from data.options import Options
from data.people.person import Person
from layouts.attributes import LOADED, marked
from layouts.components.account_links import account_links
from layouts.components.filter_bar import filter_bar
from layouts.page import Page
from layouts.static_parts import settled


def shell(pages: Sequence[Page], options: Options, person: Person) -> Component:
    """Return the frame: header, navigation, filters, an empty page, footer.

    Args:
        pages: In the order of the navigation.
        options: What there is to choose from, for whoever is here.
        person: Who is here.
    """
    return settled(
        html.Div(
            [
                dcc.Location(id=ids.ADDRESS, refresh=False),
                dcc.Store(id=ids.ANSWER),
                dcc.Store(id=ids.MOUNTED, data=""),
                html.A("Skip to main content", href=f"#{ids.MAIN}", className="skip-link"),
                _header(pages, person),
                html.Div(id="alert", role="alert"),
                html.Div(id="session", role="alert", hidden=True),
                html.P(id="news", role="status", className="visually-hidden"),
                _main(options, keeps=person.id is not None),
                _footer(live=person.reads_live),
            ],
            className="frame",
        )
    )


def _header(pages: Sequence[Page], person: Person) -> Component:
    menu = navigation.menu((page.menu_entry for page in pages), live=person.reads_live)
    links = [
        *map(_link, menu.first),
        *([_more(menu.more)] if menu.more else []),
        *map(_link, menu.last),
    ]
    return html.Header(
        html.Div(
            [
                html.A(SERVICE, href="/", id=ids.HOME, className="service"),
                marked(html.Nav(html.Ul(links)), {"aria-label": "Pages"}),
                *account_links(person),
            ],
            className="header-inner",
        )
    )


def _more(entries: Sequence[MenuEntry]) -> Component:
    return html.Li(html.Details([html.Summary("More"), html.Ul([*map(_link, entries)])]))


def _link(entry: MenuEntry) -> Component:
    target = LOADED if entry.loaded else None
    return html.Li(html.A(entry.title, href=entry.path, id=ids.nav(entry.path), target=target))


def _main(options: Options, *, keeps: bool) -> Component:
    top = html.Div(
        [
            html.H1(id=ids.HEADING, tabIndex=-1),
            html.Div(id=ids.FAMILY),
            html.P(id=ids.LEAD, className="lead"),
            marked(
                html.P(id=ids.SELECTION_LINE, role="status", className="selection"),
                {"data-selection": ""},
            ),
            html.Div(id=ids.EDITION, className="on-screen"),
            html.Div(id=ids.NOTICE, className="notice"),
        ],
        className="page-top",
    )
    filters = filter_bar(options, keeps=keeps)
    columns = html.Div([filters, html.Div(id=ids.CONTENT, tabIndex=-1)], id=ids.COLUMNS)
    main = html.Main([top, columns], id=ids.MAIN, tabIndex=-1)
    return marked(main, {"data-data-version": "", "data-edition": ""})


def _footer(*, live: bool) -> Component:
    changes = [html.A("What's changed", href="/changes", target=LOADED)] if live else []
    links = [
        html.A("About the data", href="/help"),
        html.A("Accessibility", href="/help#accessibility"),
        *changes,
    ]
    items = [html.Li(link) for link in links]
    return html.Footer(html.Div(html.Ul(items), className="footer-inner"))
