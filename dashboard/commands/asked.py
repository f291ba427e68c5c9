"""The filters of the command line: the address's, but what is unknown is refused."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, get_args

import click

from dashboard.addresses import FILTERS, Filter, choices
from data.calendar import FIRST_YEAR, LAST_YEAR, read_day, year_name
from data.options import Options
from data.returns.sheets.declaration import EITHER_OR_NOT_KNOWN
from data.selection import Basis, Selection

AS_AT = "--as-at"
YEAR = re.compile(r"\d{4}/\d{2}", re.ASCII)


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the filters, the basis and the day to a command."""
    for item in reversed(FILTERS):
        option = click.option(
            f"--{item.parameter}", item.field, multiple=True, help=f"{item.label}; repeatable."
        )
        command = option(command)
    basis = click.option(
        "--basis",
        type=click.Choice(get_args(Basis)),
        default="employer",
        help="Whose region placements are counted in.",
    )
    day = click.option(AS_AT, metavar="DATE", help="The day to look from, as 2026-02-01; today.")
    return basis(day(command))


def selection_of(chosen: Mapping[str, tuple[str, ...]], options: Options, day: date) -> Selection:
    """Return the selection of filters by field.

    Raises:
        click.UsageError: A value is unknown; the sentence names it and what is known.
    """
    for item in FILTERS:
        for value in chosen[item.field]:
            _refuse_unknown(item, value, options)
    return Selection(as_at=day).only(**chosen)


def day_of(text: str | None, today: date, option: str = AS_AT) -> date:
    """Return the day that the text of an option says; today, for no text.

    Raises:
        click.UsageError: It says no day.
    """
    day = read_day(text) if text else today
    if day is None:
        raise click.UsageError(f"{option} is {text!r}: write a date such as 2026-02-01.")
    return day


def _refuse_unknown(item: Filter, value: str, options: Options) -> None:
    if item.field == "years" and _is_year(value):
        return
    known: Collection[str] = choices(item, options)
    if item.field == "areas":
        known = EITHER_OR_NOT_KNOWN
    if value not in known:
        raise click.UsageError(
            f"{item.label} {value!r} is not known. Known: {', '.join(known) or 'none yet'}."
        )


def _is_year(text: str) -> bool:
    if not YEAR.fullmatch(text):
        return False
    first = int(text[:4])
    return FIRST_YEAR <= first <= LAST_YEAR and text == year_name(first)
