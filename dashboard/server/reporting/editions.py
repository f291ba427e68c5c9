"""Editions: listed, looked at with what is at risk, and taken away."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Final

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from dashboard.editions import words
from dashboard.editions.between import between
from dashboard.editions.caveats import caveats
from dashboard.editions.standpoint import At
from dashboard.reports.cells_at_risk import AtRisk, of_edition
from dashboard.reports.forms import FORMS
from dashboard.server import plain
from dashboard.server.reporting import forms, orders, steps
from dashboard.server.sign_in import current
from data import options
from data.editions import edition as editions
from data.editions import orders as asked_for
from data.editions.edition import Edition
from data.editions.orders import Order
from data.engine import Engine
from data.lru_cache import LruCache
from data.people.rights import DeniedError, may
from data.reader import Reader
from data.returns.problems import RefusedError

# The machine lacks what a file is made with.
# As many editions as are looked at during one meeting.
KEPT: Final = 8
Risks = LruCache[list[AtRisk]]


def reports(engine: Engine, at: At) -> Blueprint:
    """Return the routes of editions.

    Args:
        engine: Of the database.
        at: Returns from where whoever asks looks with a query.
    """
    routes = Blueprint("reports", __name__, url_prefix="/reports")
    routes.add_url_rule("/", view_func=lambda: _every(engine, at), endpoint="every")
    routes.add_url_rule("/new", view_func=lambda: steps.form(engine, at), endpoint="form")
    routes.add_url_rule(
        "/new", view_func=lambda: steps.look(engine, at), methods=["POST"], endpoint="look"
    )
    routes.add_url_rule(
        "/", view_func=lambda: steps.make(engine, at), methods=["POST"], endpoint="make"
    )
    routes.add_url_rule(
        "/orders/<name>", view_func=lambda name: orders.one(engine, name), endpoint="order"
    )
    risks: Risks = LruCache(KEPT)
    routes.add_url_rule(
        "/<int:number>", view_func=lambda number: _one(engine, at, risks, number), endpoint="one"
    )
    routes.add_url_rule(
        "/<int:number>/<file>",
        view_func=lambda number, file: _file(engine, at, risks, number, file),
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
        told=lambda each: caveats(each, each.within(here)),
        revised_by={each.revises: each.number for each in found if each.revises},
        makes=forms.offered(at("")),
        orders=orders.on_their_way(engine),
        words=words,
        reads_live=here.reads_live,
    )


def _one(engine: Engine, at: At, risks: Risks, number: int, problem: str = "") -> Response:
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
    order = _order(engine, found, within)
    # Of a protected edition none is left; to look for them takes a second or more.
    is_exact = found.disclosure == "exact"
    key = (found.record_sha256, within)
    return plain.page(
        "reports/one.html",
        status=HTTPStatus.NOT_IMPLEMENTED if problem else 200,
        problem=problem,
        is_exact=is_exact,
        risks=risks.get(key, lambda: _risks(at, number, order)) if is_exact else [],
        edition=found,
        name=words.name(found),
        words=words,
        files=FORMS,
        order=order,
        label=forms.LABELS[forms.readers_of(found)],
        names=_names(names, within),
        told=caveats(found, within),
        changes=between(at, found),
        later=later,
        makes=all(may(here, "make editions", code) for code in found.partnerships),
        done="Made. Nothing that is changed from now on changes it." if _is_new() else "",
    )


def _file(engine: Engine, at: At, risks: Risks, number: int, file: str) -> Response:
    form = next((each for each in FORMS.values() if each.file == file), None)
    if form is None:
        abort(404)
    try:
        contents = form.make(at, number, current.person_here()).file
    except RefusedError as refused:
        return _one(engine, at, risks, number, refused.words)
    return plain.file(contents, f"edition-{number}-{file}", form.mimetype)


def _risks(at: At, number: int, order: Order | None) -> list[AtRisk]:
    """Return the cells at risk of an edition: found when it was made, or now."""
    if order is None or order.risks is None:
        return of_edition(at, number)
    return [AtRisk(name, tuple(cells)) for name, cells in order.risks.items()]


def _order(engine: Engine, edition: Edition, within: frozenset[str]) -> Order | None:
    """Return the order of an edition, which knows its files; for those who read all of it."""
    order = asked_for.of_edition(engine, edition.number)
    if order is None or within != frozenset(edition.partnerships):
        return None
    orders.go_on(engine, order)
    return order


def _is_new() -> bool:
    return plain.asked("done") == "made"


def _names(names: Mapping[str, str], codes: Iterable[str]) -> list[str]:
    return sorted(names.get(code, code) for code in codes)
