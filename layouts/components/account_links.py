"""Who is here, and the way out."""

from dash import html
from dash.development.base_component import Component

from data.people.person import Person
from data.people.rights import may
from layouts.attributes import LOADED


def account_links(person: Person) -> list[Component]:
    """Return links to one's account, and to what its role is for; nothing without an account."""
    if person.id is None:
        return []
    admin = [html.Li(html.A("Administration", href="/admin", target=LOADED))]
    leave = html.Form(html.Button("Sign out", type="submit"), action="/sign-out", method="post")
    items = [
        html.Li(html.A("Update data", href="/update/", target=LOADED)),
        *(admin if may(person, "administer") else []),
        html.Li(html.A(person.name, href="/account", target=LOADED)),
        html.Li(leave),
    ]
    return [html.Ul(items, className="account-links")]
