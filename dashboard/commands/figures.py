"""`partnership indicators`: figures on the command line, for a file or for a program."""

import json
from collections.abc import Sequence
from typing import Any

import click

from dashboard.addresses import EDITION, can_look_from
from dashboard.comma_separated import bare
from dashboard.commands.asked import day_of, filters, selection_of
from dashboard.commands.lists import ListCommand
from dashboard.commands.ready import ready_engine
from dashboard.commands.tables import as_table
from dashboard.editions.cache import EditionCache
from dashboard.editions.standpoint import Standpoint
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.rows import COLUMNS, rows
from dashboard.units import WRITING
from dashboard.wording import SHORTHAND
from data import options
from data.calendar import today
from data.engine import Engine
from data.options import Options
from data.people.person import OPERATOR
from data.reader import Reader
from data.selection import DIMENSIONS, Dimension, Selection
from data.workbench import Workbench

Rows = list[dict[str, Any]]
By = tuple[Dimension, ...]
SHOWN = ("value", "n", "status", "reported", "expected", "note")


@click.command(cls=ListCommand)
@click.option("--id", "ids", multiple=True, metavar="ID...", help="Indicators; all, if none.")
@click.option(
    "--by", multiple=True, type=click.Choice(DIMENSIONS), metavar="DIM...", help="Split by these."
)
@filters
@click.option("--edition", "number", type=int, metavar="N", help="Of an edition, not of today.")
@click.option("--format", "form", type=click.Choice(("table", "csv", "json")), default="table")
def indicators(ids: tuple[str, ...], by: By, form: str, number: int | None, **asked: Any) -> None:
    """Work out indicators and print them."""
    for name in ids:
        if name not in INDICATORS:
            raise click.UsageError(
                f"There is no indicator {name!r}. Known: {', '.join(INDICATORS)}."
            )
    by = tuple(dict.fromkeys(by))
    with ready_engine() as engine:
        at = _standpoint(engine, number)
        with at.reader.snapshot() as snapshot:
            selection = _selection(at, options.load(snapshot), **asked)
            bench = at.bench(snapshot, cells=False)
            found = _figures(bench, ids or tuple(INDICATORS), selection, by)
    click.echo(FORMS[form](found, by))


def _standpoint(engine: Engine, number: int | None) -> Standpoint:
    """Return the data as they are, or the edition of a number."""
    edition_cache = EditionCache(Reader(engine), (), today)
    at = edition_cache.at("" if number is None else f"{EDITION}={number}", OPERATOR)
    if at.unknown:
        raise click.UsageError(f"There is no edition {number}.")
    return at


def _selection(
    at: Standpoint, every: Options, basis: str, as_at: str | None, **chosen: Any
) -> Selection:
    known = every.within(at.within)
    day = day_of(as_at, at.today)
    if not can_look_from(day, at.edition):
        raise click.UsageError(f"That edition is as at {at.today.isoformat()}.")
    selection = selection_of(chosen, known, day).only(basis=basis)
    if known.limited and not selection.partnerships:
        return selection.only(partnerships=tuple(known.partnerships))
    return selection


def _figures(bench: Workbench, ids: Sequence[str], selection: Selection, by: By) -> Rows:
    asks = [Ask(INDICATORS[name], selection, by) for name in dict.fromkeys(ids)]
    answers = evaluate(bench, asks)
    return [
        {"indicator": ask.indicator.id, **row}
        for ask in asks
        for row in rows(ask, answers[ask], bench.version)
    ]


def _json(found: Rows, _by: By) -> str:
    return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1)


def _csv(found: Rows, by: By) -> str:
    return bare(("indicator", *by, *COLUMNS), found).rstrip("\n")


def _table(found: Rows, by: By) -> str:
    headings = ("indicator", *by, *SHOWN)
    return as_table(headings, ([_word(row, name) for name in headings] for row in found))


def _word(row: dict[str, Any], name: str) -> str:
    value = row[name]
    if value is None:
        hidden = name == "value" and row["status"] == "suppressed"
        return SHORTHAND["suppressed"] if hidden else "-"
    return WRITING[row["unit"]].write(value) if name == "value" else str(value)


FORMS = {"table": _table, "csv": _csv, "json": _json}
