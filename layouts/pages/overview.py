"""Overview: the three core views in brief, and who has not reported."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import addresses, formatting
from dashboard.scene import Scene
from dashboard.views import by_partnership
from data.members import Member
from layouts.page import Page

MOST_NAMED = 8
WAYS_ON = (
    ("/placements", "Placements", "where places are short, by how many and of what kind"),
    ("/practice-educators", "Practice educators", "who is current, who lapses, who is in training"),
    (
        "/adults-and-children",
        "Adults and children's",
        "each partner's mix, against what was agreed",
    ),
)


def beside(scene: Scene) -> Sequence[Component]:
    """Return the ways on, with the filters kept, and the returns that are missing."""
    return [_ways_on(scene), _missing(scene)]


def _ways_on(scene: Scene) -> Component:
    items = [
        html.Li([html.A(title, href=addresses.link(path, scene.asked.query)), f": {words}"])
        for path, title, words in WAYS_ON
    ]
    return html.Section([html.H2("The three core views"), html.Ul(items)], className="panel")


def _missing(scene: Scene) -> Component:
    owing = scene.owing
    heading = html.H2("Returns missing")
    if not owing:
        return html.Section(
            [heading, html.P("Every return that was due has arrived.")], className="panel"
        )
    items = [html.Li(_owed(member, scene)) for member in owing]
    shown, rest = items[:MOST_NAMED], items[MOST_NAMED:]
    parts: list[Component] = [heading, html.Ul(shown, className="list")]
    if rest:
        more = html.Summary(
            f"Show {formatting.quantity(len(rest), 'more partner', 'more partners')}"
        )
        parts.append(html.Details([more, html.Ul(rest, className="list")]))
    return html.Section(parts, className="panel")


def _owed(member: Member, scene: Scene) -> str:
    missing = member.missing_in(scene.selection.years)
    quarters = ", ".join(each.period for each in missing)
    partnership = scene.names.partnerships[member.partnership]
    return f"{member.name} ({partnership}): {quarters}, due {formatting.day(missing[0].due)}"


PAGE = Page(
    path="/",
    title="Overview",
    lead="Are we on course, and what needs a decision?",
    headlines=("unmatched_shortfall", "sufficiency", "pe_current", "split_gap"),
    views=(by_partnership.VIEW,),
    beside=beside,
)
