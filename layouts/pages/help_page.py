"""About the data: what every number means, and what else a careful reader must know."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard import formatting, glossary
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.scene import Scene
from data.schema.reference import NATIONS
from data.selection import NOWHERE
from layouts.page import Page
from layouts.static_parts import static

CHAPTERS: Final = {
    "data": "Data notes",
    "protection": "How people are protected",
    "rules": "Rules in force",
    "definitions": "Definitions",
    "glossary": "Glossary",
    "keyboard": "With the keyboard",
    "accessibility": "Accessibility",
    "changes": "What's changed",
}
UNITS: Final = {
    "count": "a count",
    "share": "a percentage",
    "points": "percentage points",
    "days": "days",
    "per_hundred": "per 100",
    "ratio": "a ratio",
    "hours": "hours",
    "fte": "full-time equivalents",
    "pounds": "pounds",
}


def beside(scene: Scene) -> Sequence[Component]:
    """Return the chapters, each under an anchor."""
    links = [html.Li(html.A(title, href=f"#{name}")) for name, title in CHAPTERS.items()]
    contents = html.Section(
        [html.H2("On this page"), html.Ul(links, className="list")], className="panel"
    )
    return [
        contents,
        _chapter("data", _terms(glossary.NOTES)),
        _chapter("protection", _terms(glossary.PROTECTION)),
        _chapter("rules", _rules(scene)),
        _chapter("definitions", *_definitions()),
        _chapter("glossary", _terms(glossary.TERMS)),
        _chapter("keyboard", _terms(glossary.KEYS)),
        _chapter("accessibility", *map(html.P, glossary.ACCESSIBILITY)),
        _chapter("changes", *_changes(scene)),
    ]


def _chapter(name: str, *parts: Component) -> Component:
    return html.Section([html.H2(CHAPTERS[name]), static(*parts)], id=name, className="panel")


def _changes(scene: Scene) -> list[Component]:
    version = scene.version
    data = (
        f"The data on view are at version {formatting.count(version.number)}, last changed "
        f"{formatting.moment(version.updated_at)} by {version.updated_by}."
    )
    lines = [html.Li(line) for line in glossary.CHANGES]
    # Of data that nobody has on view here, when they were changed is not told either.
    on_view = [] if scene.selection.partnerships == NOWHERE else [html.P(data)]
    return [html.P("In this first version:"), html.Ul(lines, className="list"), *on_view]


def _terms(terms: Mapping[str, str]) -> Component:
    return html.Dl([part for pair in terms.items() for part in _term(*pair)], className="terms")


def _term(name: str, meaning: str) -> tuple[Component, Component]:
    return html.Dt(name), html.Dd(meaning)


def _rules(scene: Scene) -> Component:
    return _terms(
        {
            words: _in_nations(scene.rules[key])
            for key, words in glossary.RULES.items()
            if key in scene.rules
        }
    )


def _in_nations(values: Mapping[str, int]) -> str:
    if len(set(values.values())) == 1 and len(values) == len(NATIONS):
        return str(next(iter(values.values())))
    return ", ".join(f"{value} in {nation}" for nation, value in values.items())


def _definitions() -> list[Component]:
    parts: list[Component] = []
    for topic, rows in groupby(INDICATORS.values(), key=lambda indicator: indicator.topic):
        parts += [html.H3(topic), *map(_definition, rows)]
    return parts


def _definition(indicator: Indicator) -> Component:
    lines = {
        "Formula": indicator.formula,
        "Unit": UNITS[indicator.unit],
        "Counted on": indicator.calendar,
        "Source": indicator.source,
        "Notes": indicator.notes,
    }
    said = {name: text for name, text in lines.items() if text}
    return html.Article(
        [html.H4(indicator.name), html.P(indicator.meaning), _terms(said)],
        id=indicator.id,
        className="definition",
    )


PAGE = Page(
    path="/help",
    title="Help",
    lead="What does each number mean, and can it be trusted?",
    beside=beside,
    filtered=False,
)
