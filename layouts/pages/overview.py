"""Overview: what needs a decision, the three core views in brief, and who has not reported."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import hrefs
from dashboard.scene import Scene
from dashboard.views import by_partnership
from layouts.components.missing_returns import missing_returns
from layouts.components.published_examples import published_examples
from layouts.page import Page

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
    """Return the returns that are missing, and the ways on, with the filters kept."""
    return [
        missing_returns(scene),
        _ways_on(scene),
        *published_examples(scene),
    ]


def _ways_on(scene: Scene) -> Component:
    items = [
        html.Li([html.A(title, href=hrefs.link(path, scene.asked.query)), f": {words}"])
        for path, title, words in WAYS_ON
    ]
    return html.Section(
        [html.H2("The three core views"), html.Ul(items)], className="panel on-screen"
    )


PAGE = Page(
    path="/",
    title="Overview",
    lead="Are we on course, and what needs a decision?",
    headlines=("unmatched_shortfall", "sufficiency", "pe_current", "split_gap"),
    views=(by_partnership.VIEW,),
    beside=beside,
    looks_back=True,
    attention=True,
)
