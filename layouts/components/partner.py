"""What is known of a partner besides its figures: returns, actions, agreements, history."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import formatting, hrefs, wording
from dashboard.scene import Scene
from dashboard.views import partner_words
from data.meetings import Action
from data.options import Options
from data.partners import Partner
from data.schema.running import ARRIVED
from layouts.attributes import LOADED

MOST_RETURNS = 8
NO_ACTION = "No action is about this partner."
NOT_IN_IT = (
    "What was agreed is no part of an edition whose counts of people are rounded or hidden: it was "
    "agreed on the exact figures."
)


def about(partner: Partner, scene: Scene, known: Options) -> list[Component]:
    """Return what stands below a partner's figures."""
    return [
        _returns(scene),
        _actions(scene),
        _agreements(scene),
        _history(partner, scene, known),
    ]


def _panel(heading: str, name: str, *parts: Component) -> Component:
    return html.Section([html.H2(heading), *parts], id=name, className="panel")


def _list(items: Sequence[Any], nothing: str) -> Component:
    if not items:
        return html.P(nothing)
    return html.Ul([html.Li(item) for item in items], className="list")


def _returns(scene: Scene) -> Component:
    rows = scene.records["returns"]
    items = [_return(row, scene) for row in rows[:MOST_RETURNS]]
    return _panel("Returns", "returns", _list(items, "No return was asked of it yet."))


def _return(row: Any, scene: Scene) -> str:
    state = row.state or "not_started"
    words = wording.RETURN_STATES[state]
    when = f", {formatting.day(row.at)}" if row.at else ""
    late = state not in ARRIVED and row.due < scene.selection.as_at
    return (
        f"{row.period} ({row.partnership_name}): {words}{when}; due {formatting.day(row.due)}"
        f"{', late' if late else ''}"
    )


def _actions(scene: Scene) -> Component:
    edition = scene.asked.edition
    items = [_action(each) for each in scene.records["actions"]]
    nothing = NO_ACTION if edition is None or edition.disclosure == "exact" else NOT_IN_IT
    return _panel("Actions", "actions", _list(items, nothing))


def _action(action: Action) -> list[Any]:
    due = f"due {formatting.day(action.due)}" if action.due else ""
    closed = f"closed {formatting.day(action.closed_on)}" if action.closed_on else ""
    said = (action.kind, action.state, action.owner, due, closed, action.outcome)
    return [html.Strong(action.words), f" ({', '.join(part for part in said if part)})"]


def _agreements(scene: Scene) -> Component:
    (found,) = scene.records["agreements"]
    counts = [f"{wording.AGREEMENTS[kind]}: {count}" for kind, count in found.by_type.items()]
    places = formatting.span(found.low, found.high)
    items = [
        f"In force: {found.in_force}" + (f" ({', '.join(counts)})" if counts else ""),
        f"Places a year in these: {places or wording.NOT_REPORTED}",
        *([f"Next review due {formatting.day(found.next_review)}"] if found.next_review else []),
        *([f"Reviews overdue: {found.reviews_overdue}"] if found.reviews_overdue else []),
        *([f"Planned: {found.planned}"] if found.planned else []),
        *([f"Ended: {found.ended}"] if found.ended else []),
    ]
    there = found.in_force or found.planned or found.ended
    return _panel(
        "Agreements", "agreements", _list(items if there else [], "No agreement is recorded.")
    )


def _history(partner: Partner, scene: Scene, known: Options) -> Component:
    items: list[Any] = [partner_words.stay(each, known.partnerships) for each in partner.stays]
    span = partner_words.span(partner.valid_from, partner.valid_to)
    items += [f"{partner.name} itself: {span}"] if span else []
    items += [f"Also called {name}" for name in partner.other_names]
    items += [_kin("Followed by", code, scene, known) for code in partner.followed_by]
    items += [_kin("Follows", code, scene, known) for code in partner.follows]
    kept = html.P(
        "Figures stay with the organisation that reported them: those of one that has ended are "
        "on its own page, and are not added to those that follow it."
    )
    # It shows each reader what they may see.
    changes = html.A(
        "What has changed in its rows", href=f"/changes?organisation={partner.code}", target=LOADED
    )
    parts = [kept] if partner.follows or partner.followed_by else []
    if not scene.asked.edition:
        parts.append(html.P(changes, className="on-screen"))
    return _panel("History", "history", _list(items, "Nothing is recorded."), *parts)


def _kin(words: str, code: str, scene: Scene, known: Options) -> list[Any]:
    name = scene.names.organisations.get(code, code)
    if code not in known.partners:
        return [f"{words} {name}"]
    href = hrefs.link(partner_words.path_of(code), scene.asked.query)
    return [f"{words} ", html.A(name, href=href)]
