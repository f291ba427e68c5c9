"""Report definitions: what there are, and a form to change one or make another."""

from http import HTTPStatus
from typing import Any, Final

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from dashboard.editions.standpoint import At
from dashboard.editions.words import AUDIENCES
from dashboard.indicators import INDICATORS
from dashboard.reports.parts import PARTS
from dashboard.server import plain
from dashboard.server.reporting import definition_form, forms
from dashboard.server.sign_in import current
from data.changes.definitions import save
from data.changes.meetings import ChangedError
from data.changes.reference_check import Named
from data.definitions import OPEN, Definition, may_change, readable
from data.engine import Engine
from data.people.rights import may
from data.reader import Reader
from data.schema.reports import LONGEST_HEADING

HOME: Final = "/reports/definitions"
NAMED: Final = Named(INDICATORS, PARTS)
DONE: Final = {"saved": "Saved. Editions that were made before keep what they were made by."}


def definitions(engine: Engine, at: At) -> Blueprint:
    """Return the routes of report definitions.

    Args:
        engine: Of the database.
        at: Returns from where whoever asks looks with a query.
    """
    routes = Blueprint("definitions", __name__, url_prefix=HOME)
    routes.before_request(lambda: forms.demand(at))
    routes.add_url_rule("/", view_func=lambda: _every(engine, at), endpoint="every")
    routes.add_url_rule("/", view_func=lambda: _save(engine, at), methods=["POST"], endpoint="save")
    routes.add_url_rule("/new", view_func=lambda: _new(engine, at), endpoint="new")
    routes.add_url_rule("/<code>", view_func=lambda code: _one(engine, at, code), endpoint="one")
    return routes


def _there(engine: Engine) -> dict[str, Definition]:
    """Return the definitions that whoever is here may use, by code."""
    with Reader(engine).snapshot() as snapshot:
        return {each.code: each for each in readable(snapshot, current.person_here())}


def _found(engine: Engine, code: str) -> Definition:
    found = _there(engine).get(code)
    if found is None:
        abort(404)
    return found


def _every(engine: Engine, at: At) -> Response:
    found = _there(engine).values()
    return plain.page(
        "reports/definitions.html",
        definitions=found,
        names=forms.offered(at("")),
        audiences=AUDIENCES,
        may_change=lambda each: may_change(current.person_here(), each),
        done=DONE.get(plain.asked("done"), ""),
    )


def _new(engine: Engine, at: At) -> Response:
    like = plain.asked("like")
    before = _found(engine, like) if like else next(iter(_there(engine).values()))
    return _form(at, before, definition_form.of_copy(before), seen="")


def _one(engine: Engine, at: At, code: str) -> Response:
    found = _found(engine, code)
    if may_change(current.person_here(), found):
        return _form(at, found, definition_form.of(found), seen=found.mark)
    return plain.page(
        "reports/definition_read.html",
        definition=found,
        audiences=AUDIENCES,
        parts=PARTS,
        indicators=INDICATORS,
    )


def _save(engine: Engine, at: At) -> Response:
    seen, there = plain.field("seen"), _there(engine)
    before = there.get(plain.field("code" if seen else "like")) or next(iter(there.values()))
    typed = definition_form.typed()
    try:
        outcome = save(engine, current.author(), definition_form.form(before, typed, seen), NAMED)
    except ChangedError:
        return _form(at, before, typed, seen=before.mark, changed=True)
    if outcome.errors:
        problems = [definition_form.field_and_words(each, before, typed) for each in outcome.errors]
        return _form(at, before, typed, seen=seen, problems=problems)
    return redirect(f"{HOME}/?done=saved", HTTPStatus.SEE_OTHER)


def _form(at: At, before: Definition, typed: definition_form.Typed, **told: Any) -> Response:
    everybody = may(current.person_here(), "change report definitions")
    refused = HTTPStatus.UNPROCESSABLE_ENTITY if told.get("problems") else 200
    return plain.page(
        "reports/definition.html",
        status=HTTPStatus.CONFLICT if told.get("changed") else refused,
        values=typed.head,
        sections=definition_form.sections(before, typed),
        topics=definition_form.topics(typed),
        like=before.code,
        audiences=[(code, name.capitalize()) for code, name in AUDIENCES.items()],
        partnerships=[*([("", "Every partnership")] * everybody), *forms.offered(at("")).items()],
        gaps=", ".join(f"{{{gap}}}" for gap in OPEN),
        longest=LONGEST_HEADING,
        **told,
    )
