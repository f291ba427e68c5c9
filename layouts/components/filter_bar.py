"""The controls that choose what the pages are about. A script keeps them and the address alike."""

from collections.abc import Mapping

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard import addresses, ids
from dashboard.addresses import BASIS, EMPLOYER, FILTERS, PARTNERSHIP, Filter
from data.options import Options
from layouts.attributes import LOADED, marked
from layouts.components.origin import BADGES
from layouts.slots import Slots

BASES = {"employer": "Employer's region", "hei": "University's region"}


def filter_bar(options: Options, *, keeps: bool) -> Component:
    """Return the filters, none of them set; a script folds them away where there is little room.

    Args:
        options: What there is to choose from.
        keeps: Whether whoever is here can keep what they chose as a view of their own.
    """
    panel = html.Details(
        [
            html.Summary(html.H2("Filters")),
            html.Button("Clear all", id=ids.CLEAR, type="button", className="clear"),
            _ways_to_keep(keeps=keeps),
            *(_field(item, _named(item, options)) for item in FILTERS),
            _basis(),
        ],
        open=True,
        className="filters-panel",
    )
    skip = html.A("Skip the filters", href=f"#{ids.CONTENT}", className="skip-link")
    bar = html.Section([skip, panel], id=ids.FILTERS, className="filters")
    return marked(bar, {"aria-label": "Filters"})


def offered(options: Options) -> Slots:
    """Return what each filter offers, as new values for the one that is there."""
    return {
        ids.control(item.parameter): {"options": _offered(_named(item, options))}
        for item in FILTERS
    }


def _named(item: Filter, options: Options) -> Mapping[str, str]:
    names = addresses.choices(item, options)
    if item.parameter != PARTNERSHIP:
        return names
    # A list of choices has no room for a badge, so the words stand behind the name.
    marks = {code: BADGES.get(options.origins[code], "").lower() for code in names}
    return {
        code: f"{name} ({marks[code]})" if marks[code] else name for code, name in names.items()
    }


def _field(item: Filter, choices: Mapping[str, str]) -> Component:
    return _long(item, choices) if item.long else _short(item, choices)


def _short(item: Filter, choices: Mapping[str, str]) -> Component:
    boxes = dbc.Checklist(
        id=ids.control(item.parameter), options=_offered(choices), value=[], className="boxes"
    )
    return html.Fieldset([html.Legend(item.label), boxes])


def _long(item: Filter, choices: Mapping[str, str]) -> Component:
    name = ids.control(item.parameter)
    select = dbc.Select(
        id=name,
        options=_offered(choices),
        value="",
        placeholder=f"Add a {item.label.lower()}",
    )
    # Unticking a chip removes it.
    chips = dbc.Checklist(
        id=ids.chosen(item.parameter), options=[], value=[], className="boxes chips"
    )
    return html.Div([html.Label(item.label, htmlFor=name), select, chips], className="field")


def _basis() -> Component:
    radios = dbc.RadioItems(
        id=ids.control(BASIS), options=_offered(BASES), value=EMPLOYER, className="boxes"
    )
    return html.Fieldset([html.Legend("Placements count in the"), radios])


def _ways_to_keep(*, keeps: bool) -> Component:
    links = [
        html.A("Save this view", id=ids.SAVE_VIEW, href="/views/new", target=LOADED),
        html.A("Your saved views", href="/views", target=LOADED),
    ]
    return html.Ul([html.Li(link) for link in links], className="keeping", hidden=not keeps)


def _offered(choices: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for value, label in choices.items()]
