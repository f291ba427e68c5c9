"""Editions: listed, looked at, and made in two steps, with what is missing said before."""

from collections.abc import Iterable, Mapping
from typing import Final

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from dashboard.editions import making, words
from dashboard.editions.between import between
from dashboard.editions.told import told
from dashboard.reports.forms import FORMS
from dashboard.server import plain
from dashboard.server.deciding.forms import author
from dashboard.server.plain import CONFLICT, SEE_OTHER, UNPROCESSABLE
from dashboard.server.reporting import forms
from dashboard.server.reporting.forms import At
from dashboard.server.sign_in import current
from data import options
from data.changes.editions import LONGEST_REASON, LONGEST_TITLE
from data.changes.meetings import ChangedError
from data.editions import edition as editions
from data.editions.edition import Edition
from data.engine import Engine
from data.people.rights import DeniedError, may
from data.reader import Reader
from data.returns.problems import RefusedError

HOME: Final = "/reports/"
# The machine lacks what a file is made with.
LACKING: Final = 501


def reports(engine: Engine, at: At) -> Blueprint:
    """Return the routes of editions.

    Args:
        engine: Of the database.
        at: Returns from where whoever asks looks with a query.
    """
    routes = Blueprint("reports", __name__, url_prefix="/reports")
    routes.add_url_rule("/", view_func=lambda: _every(engine, at), endpoint="every")
    routes.add_url_rule("/new", view_func=lambda: _form(engine, at), endpoint="form")
    routes.add_url_rule(
        "/new", view_func=lambda: _look(engine, at), methods=["POST"], endpoint="look"
    )
    routes.add_url_rule("/", view_func=lambda: _make(engine, at), methods=["POST"], endpoint="make")
    routes.add_url_rule(
        "/<int:number>", view_func=lambda number: _one(engine, at, number), endpoint="one"
    )
    routes.add_url_rule(
        "/<int:number>/<file>",
        view_func=lambda number, file: _file(engine, at, number, file),
        endpoint="file",
    )
    return routes


def _every(engine: Engine, at: At) -> Response:
    here = current.person_here()
    with Reader(engine).snapshot() as snapshot:
        found = editions.readable(snapshot, here)
        names = options.load(snapshot).partnerships
    return plain.page(
        "reports/every.html",
        editions=found,
        names=names,
        within=lambda each: _names(names, each.within(here)),
        told=lambda each: told(each, each.within(here)),
        revised_by={each.revises: each.number for each in found if each.revises},
        makes=forms.offered(at("")),
        words=words,
        reads_live=here.reads_live,
    )


def _form(engine: Engine, at: At, problem: str = "") -> Response:
    known = forms.offered(at(""))
    revised = _revised(engine)
    return plain.page(
        "reports/form.html",
        status=UNPROCESSABLE if problem else 200,
        problem=problem,
        known=known,
        values=forms.filled(known, revised),
        revised=revised,
        labels=forms.LABELS,
        longest=LONGEST_TITLE,
        most=LONGEST_REASON,
    )


def _look(engine: Engine, at: At, status: int = 200) -> Response:
    forms.demand(at)
    try:
        wanted = forms.wanted()
        preview = making.look(at(""), author(), wanted)
    except RefusedError as refused:
        return _form(engine, at, f"{refused.problem} {refused.fix}")
    known = forms.offered(at(""))
    return plain.page(
        "reports/preview.html",
        status=status,
        changed=status == CONFLICT,
        wanted=wanted,
        values=forms.filled(known, _revised(engine)),
        names=[known[code] for code in wanted.partnerships],
        labels=forms.LABELS,
        preview=preview,
        told=told(preview, wanted.partnerships),
        once=plain.once(),
    )


def _make(engine: Engine, at: At) -> Response:
    forms.demand(at)
    try:
        wanted = forms.wanted()
        seen = plain.number("seen")
        number = making.make(engine, author(), wanted, plain.once(), seen)
    except ChangedError:
        return _look(engine, at, CONFLICT)
    except RefusedError as refused:
        return _form(engine, at, f"{refused.problem} {refused.fix}")
    return redirect(f"{HOME}{number}?done=made", SEE_OTHER)


def _one(engine: Engine, at: At, number: int, problem: str = "") -> Response:
    here = current.person_here()
    with Reader(engine).snapshot() as snapshot:
        found = editions.one(snapshot, here, number)
        if found is None:
            raise DeniedError("read an edition")
        names = options.load(snapshot).partnerships
        later = [
            each.number for each in editions.readable(snapshot, here) if each.revises == number
        ]
    within = found.within(here)
    return plain.page(
        "reports/one.html",
        status=LACKING if problem else 200,
        problem=problem,
        edition=found,
        name=words.name(found),
        words=words,
        files=FORMS,
        label=forms.LABELS[forms.readers_of(found)],
        names=_names(names, within),
        told=told(found, within),
        changes=between(at, found),
        later=later,
        makes=all(may(here, "make editions", code) for code in found.partnerships),
        done="Made. Nothing that is changed from now on changes it." if _is_new() else "",
    )


def _file(engine: Engine, at: At, number: int, file: str) -> Response:
    form = next((each for each in FORMS.values() if each.file == file), None)
    if form is None:
        abort(404)
    try:
        contents = form.make(at, number, current.person_here())
    except RefusedError as refused:
        return _one(engine, at, number, f"{refused.problem} {refused.fix}")
    told_ = {"Content-Disposition": f'attachment; filename="edition-{number}-{file}"'}
    return Response(contents, mimetype=form.mimetype, headers=told_)


def _is_new() -> bool:
    return plain.asked("done") == "made"


def _revised(engine: Engine) -> Edition | None:
    number = plain.number("revises")
    if not number:
        return None
    with Reader(engine).snapshot() as snapshot:
        found = editions.one(snapshot, current.person_here(), number)
    if found is None:
        raise DeniedError("read an edition")
    return found


def _names(names: Mapping[str, str], codes: Iterable[str]) -> list[str]:
    return sorted(names.get(code, code) for code in codes)
