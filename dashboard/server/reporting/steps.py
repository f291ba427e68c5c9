"""An edition in steps: for whom and of what, put together how, then checked and made."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode

from werkzeug.wrappers import Response

from dashboard.editions import making
from dashboard.editions.caveats import caveats
from dashboard.editions.making import Preview
from dashboard.editions.standpoint import At
from dashboard.reports.cells_at_risk import of_data
from dashboard.reports.passages import Passage, passages
from dashboard.server import plain
from dashboard.server.reporting import forms, orders
from dashboard.server.sign_in import current
from data.changes.editions import LONGEST_REASON, LONGEST_TITLE
from data.definitions import Definition, readable
from data.editions import edition as editions
from data.editions.edition import Edition
from data.editions.since import moved
from data.engine import Engine
from data.people.rights import DeniedError
from data.reader import Reader
from data.returns.problems import RefusedError

HOME: Final = "/reports/"
SECOND: Final = 2
COMMENTARY: Final = "commentary"


def form(engine: Engine, at: At, problem: str = "") -> Response:
    """Return the first step, or the second one where the first is answered."""
    known, revised = forms.offered(at("")), _revised(engine)
    values = forms.filled(known, revised)
    second = bool(revised) or bool(problem) or plain.number("step") == SECOND
    try:
        if second and known:
            forms.refuse_first(values)
    except RefusedError as refused:
        second, problem = bool(revised), problem or refused.words
    first = {name: values[name] for name in ("readers", "as_at", "report", "title")}
    return plain.page(
        "reports/form.html",
        problem=problem,
        known=known,
        second=second,
        values=values,
        names=[known[code] for code in values["partnerships"] if code in known],
        definitions=_offered(engine, values) if second else [],
        back=urlencode({**first, "partnership": values["partnerships"]}, doseq=True),
        revised=revised,
        labels=forms.LABELS,
        longest=LONGEST_TITLE,
        most=LONGEST_REASON,
    )


def _offered(engine: Engine, values: dict[str, Any]) -> list[Definition]:
    """Return the definitions for those readers and partnerships."""
    audience, _ = forms.READERS[values["readers"]]
    with Reader(engine).snapshot() as snapshot:
        return [
            each
            for each in readable(snapshot, current.person_here())
            if each.audience == audience
            if each.partnership in ("", *values["partnerships"])
        ]


def look(engine: Engine, at: At, status: int = 200) -> Response:
    """Return the last step: what is at risk, missing or unsigned, and what commentary lacks."""
    forms.demand(at)
    try:
        preview = making.look(at(""), current.author(), forms.wanted())
    except RefusedError as refused:
        return form(engine, at, refused.words)
    known, wanted = forms.offered(at("")), preview.wanted
    values = forms.filled(known, _revised(engine))
    return plain.page(
        "reports/preview.html",
        status=status,
        changed=status == HTTPStatus.CONFLICT,
        wanted=wanted,
        values=values | {"title": wanted.title, "report": wanted.report},
        names=[known[code] for code in wanted.partnerships],
        labels=forms.LABELS,
        preview=preview,
        is_exact=wanted.disclosure == "exact",
        risks=of_data(at(""), wanted),
        commentary=dict(_commentary(at, preview, known)),
        told=caveats(preview, wanted.partnerships),
        once=plain.once(),
    )


def _commentary(
    at: At, preview: Preview, known: dict[str, str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield how commentary stands, by the name of each partnership; nothing where none is held."""
    wanted, definition = preview.wanted, preview.definition
    if wanted.disclosure != "exact" or COMMENTARY not in definition.sections:
        return
    for code in wanted.partnerships:
        found = passages(at(""), definition, code, wanted.as_at)
        asked = {"report": definition.code, "partnership": code, "as_at": wanted.as_at}
        yield known[code], {"to": f"{HOME}commentary/?{urlencode(asked)}", **_standing(found)}


def _standing(found: list[Passage]) -> dict[str, Any]:
    every = [(each, one) for each in found for one in each.spoken]
    held = [(each.heading, one) for each, one in every if one.said.confirmed_at]
    return {
        "views": len(found),
        "confirmed": len(held),
        "drafts": [each.heading for each, one in every if one.said.is_draft],
        "moved": [heading for heading, one in held if one.moved],
        "lacking": sum(each.lacks_words for each in found),
    }


def make(engine: Engine, at: At) -> Response:
    """Have the edition made, if nothing of it has changed since somebody looked."""
    forms.demand(at)
    try:
        wanted = forms.wanted()
        seen = plain.number("seen")
        with Reader(engine).snapshot() as snapshot:
            if moved(snapshot, seen, wanted.partnerships):
                return look(engine, at, HTTPStatus.CONFLICT)
        return orders.place(engine, current.author(), wanted, seen, plain.once())
    except RefusedError as refused:
        return form(engine, at, refused.words)


def _revised(engine: Engine) -> Edition | None:
    number = plain.number("revises")
    if not number:
        return None
    with Reader(engine).snapshot() as snapshot:
        found = editions.one(snapshot, current.person_here(), number)
    if found is None:
        raise DeniedError("read an edition")
    return found
