"""`partnership edition`: make, list and verify editions."""

import os
from collections.abc import Iterable
from typing import Any

import click

from dashboard.commands.asked import AS_AT, day_of
from dashboard.commands.lists import ListCommand
from dashboard.commands.ready import configured_settings, ready_engine
from dashboard.commands.tables import as_table
from dashboard.commands.users import author
from dashboard.editions import words
from dashboard.editions.caveats import caveats
from dashboard.editions.making import make, not_to_come
from dashboard.editions.request import EditionRequest
from dashboard.editions.verifying import faults
from dashboard.formatting import moment, quantity
from dashboard.reports.carry_out_order import carry_out
from dashboard.server.watching import logs
from data.calendar import today
from data.editions import orders
from data.editions.edition import Audience, Edition, every
from data.editions.wanted import Wanted
from data.reader import Reader
from data.returns.problems import RefusedError
from data.schema.editions import AUDIENCES, DISCLOSURES

# How far others go first, as Unix counts it.
KINDNESS = 10
HEADINGS = ("Edition", "Title", "For", "Shown", "Partnerships", "As at", "Made", "By", "Revises")


@click.group()
def edition() -> None:
    """Look after editions: numbered copies of the figures that nothing later changes."""


@edition.command(cls=ListCommand)
@click.option(
    "--partnership", "partnerships", multiple=True, required=True, help="Code; repeatable."
)
@click.option("--audience", type=click.Choice(AUDIENCES), default=AUDIENCES[0])
@click.option(
    "--disclosure",
    type=click.Choice(DISCLOSURES),
    help="How figures are shown; for funders rounded, unless said otherwise.",
)
@click.option(AS_AT, metavar="DATE", help="The day it is of, as 2026-02-01; today.")
@click.option("--title", help="What it is for; what its report definition says.")
@click.option("--report", metavar="CODE", help="The report definition of its packs.")
@click.option("--revises", type=int, metavar="N", help="The edition it takes the place of.")
@click.option("--reason", help="What has changed since that one, and why.")
def create(
    partnerships: tuple[str, ...], audience: Audience, as_at: str | None, **asked: Any
) -> None:
    """Make an edition, and say what is missing or unsigned."""
    on = not_to_come(day_of(as_at, today()), today())
    wanted = Wanted(
        title=asked["title"] or "",
        audience=audience,
        disclosure=asked["disclosure"] or ("rounded" if audience == "funder" else "exact"),
        as_at=on,
        partnerships=tuple(sorted(set(partnerships))),
        revises=asked["revises"],
        reason=asked["reason"],
        report=asked["report"] or "",
    )
    by = author()
    with ready_engine() as engine:
        number = make(engine, by, wanted, EditionRequest(f"edition {by.at.isoformat()}"))
        with Reader(engine).snapshot() as snapshot:
            made = next(each for each in every(snapshot) if each.number == number)
    click.echo(f"Made edition {number}: {made.title}.")
    stated = caveats(made, made.partnerships)
    for line in (stated.summary + ".", *stated.missing, *stated.unsigned):
        click.echo(line)


@edition.command()
@click.argument("names", nargs=-1, metavar="[ORDER]...")
@click.option("--behind", is_flag=True, help="Let whatever else the machine does go first.")
def finish(names: tuple[str, ...], behind: bool) -> None:
    """Make editions that were ordered on the pages and that nobody works on: all, or those named.

    The service does so by itself; this is for when it was ended meanwhile. What becomes of each
    stands on its page and under Reports.
    """
    logs.set_up(configured_settings())
    if behind and hasattr(os, "nice"):
        os.nice(KINDNESS)
    with ready_engine() as engine:
        waiting = names or tuple(each.id for each in orders.unfinished(engine))
        for name in waiting:
            carry_out(engine, name)
    click.echo(f"{quantity(len(waiting), 'order', 'orders')} looked at.")


@edition.command("list")
def list_() -> None:
    """List every edition, the latest first."""
    with ready_engine() as engine, Reader(engine).snapshot() as snapshot:
        found = every(snapshot)
    click.echo(as_table(HEADINGS, map(_row, found)) if found else "There is no edition yet.")


@edition.command()
@click.argument("numbers", nargs=-1, type=int, metavar="[N]...")
@click.pass_context
def verify(context: click.Context, numbers: tuple[int, ...]) -> None:
    """Check that editions are as they were made: all, or those that are named.

    Checksums are compared, and every figure is worked out anew from the rows that were kept.
    """
    with ready_engine() as engine, Reader(engine).snapshot() as snapshot:
        found = {each.number: each for each in reversed(every(snapshot))}
        unknown = [str(number) for number in numbers if number not in found]
        if unknown:
            raise RefusedError(f"There is no edition {', '.join(unknown)}.", "List them first.")
        wrong = False
        for each in _chosen(found.values(), numbers):
            faulty = list(faults(snapshot, each, found.get(each.number - 1)))
            wrong |= bool(faulty)
            click.echo(_verdict(each, len(faulty)))
            for fault in faulty:
                click.echo(f"  {fault.words}")
    if wrong:
        context.exit(1)


def _chosen(found: Iterable[Edition], numbers: tuple[int, ...]) -> list[Edition]:
    return [each for each in found if not numbers or each.number in numbers]


def _verdict(edition: Edition, faulty: int) -> str:
    if faulty:
        return f"Edition {edition.number}: {quantity(faulty, 'fault', 'faults')}."
    return f"Edition {edition.number} is as it was made."


def _row(each: Edition) -> tuple[str, ...]:
    return (
        str(each.number),
        each.title,
        words.AUDIENCES[each.audience],
        each.disclosure,
        ", ".join(each.partnerships),
        each.as_at.isoformat(),
        moment(each.made_at),
        each.made_by,
        str(each.revises or ""),
    )
