"""Reference tables as pages: what is there, and a form to add or change a row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import field
from dashboard.server.sign_in import current
from data import reference
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.engine import Engine
from data.people.rights import demand
from data.returns import form_input
from data.returns.problems import Problem
from data.returns.reference import POINTERS, REFERENCE
from data.returns.sheets.declaration import Column, Sheet

TITLES: Final[Mapping[str, str]] = {
    "organisation": "Organisations",
    "organisation_alias": "Other names of organisations",
    "partnership": "Partnerships",
    "membership": "Memberships",
    "programme": "Programmes",
    "return_period": "Return periods",
    "setting": "Rules and their values",
    "target": "Targets",
}


@dataclass(frozen=True)
class Input:
    """One field of a form.

    Attributes:
        name: Of the column.
        label: What people read.
        value: What stands in it.
        hint: What to write.
        choices: What may be chosen; nothing where anything may be typed.
        needed: Whether it must be filled.
        problem: What is wrong with it.
    """

    name: str
    label: str
    value: str
    hint: str
    choices: Sequence[tuple[str, str]]
    needed: bool
    problem: str


def tables(engine: Engine, indicators: Collection[str]) -> Blueprint:
    """Return the routes of the reference tables."""
    routes = Blueprint("admin", __name__, url_prefix="/admin")

    @routes.before_request
    def only_administrators() -> None:
        demand(current.person_here(), "administer")

    @routes.get("/")
    def overview() -> Response:
        counts = reference.counts(engine, TITLES)
        return plain.page("admin/overview.html", titles=TITLES, counts=counts)

    @routes.get("/<table>")
    def rows(table: str) -> Response:
        return _page(engine, _sheet(table), dict(request.args))

    @routes.post("/<table>")
    def save(table: str) -> Response:
        sheet = _sheet(table)
        cells = {column.name: field(column.name) for column in sheet.columns}
        outcome = upload_reference(
            engine,
            form_input.reading(sheet, [cells]),
            current.author(),
            named=Named(indicators),
        )
        if outcome.errors:
            return _page(engine, sheet, cells, outcome.errors)
        return redirect(f"/admin/{table}?saved=1", HTTPStatus.SEE_OTHER)

    return routes


def _sheet(table: str) -> Sheet:
    if table not in TITLES:
        abort(404)
    return REFERENCE[table]


def _page(
    engine: Engine, sheet: Sheet, cells: Mapping[str, str], errors: Sequence[Problem] = ()
) -> Response:
    codes = reference.names(engine, {p.to for p in POINTERS if p.table == sheet.name})
    wrong = {error.column: error.words for error in errors}
    return plain.page(
        "admin/table.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else 200,
        heading=TITLES[sheet.name],
        table=sheet.name,
        columns=[_label(column) for column in sheet.columns],
        names=[column.name for column in sheet.columns],
        rows=[_texts(sheet, row) for row in reference.every(engine, sheet.name)],
        inputs=[_input(sheet, column, cells, codes, wrong) for column in sheet.columns],
        errors=errors,
        changes=all(cells.get(name) for name in sheet.key),
        saved="saved" in cells,
        key=sheet.key,
    )


def _input(
    sheet: Sheet,
    column: Column,
    cells: Mapping[str, str],
    codes: Mapping[str, Sequence[tuple[str, str]]],
    wrong: Mapping[str, str],
) -> Input:
    to = next((p.to for p in POINTERS if (p.table, p.column) == (sheet.name, column.name)), "")
    values = [(value, value.replace("_", " ").capitalize()) for value in column.values]
    choices = values or list(codes.get(to, ()))
    needed = column.required
    hint = "Write it like 2026-09-01." if column.kind == "date" else column.note
    return Input(
        name=column.name,
        label=_label(column),
        value=cells.get(column.name, ""),
        hint=hint,
        choices=[("", ""), *choices] if choices else (),
        needed=needed,
        problem=wrong.get(column.name, ""),
    )


def _label(column: Column) -> str:
    return column.name.replace("_code", "").replace("_", " ").capitalize()


def _texts(sheet: Sheet, row: Mapping[str, Any]) -> dict[str, str]:
    return {
        column.name: "" if row[column.name] is None else str(row[column.name])
        for column in sheet.columns
    }
