"""`partnership subject`, `erase`, `forget`, `exports`, `accept-terms`: data protection."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import click

from dashboard import formatting
from dashboard.commands.ready import ready_engine
from dashboard.commands.tables import as_table
from dashboard.commands.users import author
from data.engine import reading
from data.protection import exports as taken
from data.protection import retention
from data.protection.erasing import NOBODY
from data.protection.erasing import erase as erase_from
from data.protection.found import Found, find
from data.protection.subject import COLUMNS, Subject, refuse_unknown
from data.protection.terms import accept_elsewhere

KIND = click.argument("kind", type=click.Choice(list(COLUMNS)))
REFERENCE = click.argument("reference")
ORGANISATION = click.option("--of", "organisation", required=True, help="Whose reference it is.")


@click.command()
@KIND
@REFERENCE
@ORGANISATION
def subject(kind: str, reference: str, organisation: str) -> None:
    """Print all that is stored about one student or practice educator, as JSON."""
    asked = Subject(kind, reference, organisation)
    with ready_engine() as engine, reading(engine) as connection:
        refuse_unknown(connection, organisation)
        found = find(connection, asked)
    if not found.counts():
        raise NOBODY
    click.echo(json.dumps(_stored(found), indent=2, ensure_ascii=False, default=str))


@click.command()
@KIND
@REFERENCE
@ORGANISATION
@click.option("--reason", required=True, help="Why; the record of the erasure says it.")
@click.confirmation_option(prompt="There is no way back. Replace the reference everywhere?")
def erase(kind: str, reference: str, organisation: str, reason: str) -> None:
    """Replace one student's or practice educator's reference by a new pseudonym."""
    with ready_engine() as engine:
        done = erase_from(engine, Subject(kind, reference, organisation), author(), reason)
    click.echo(f"{done.pseudonym} stands in its place now.")
    click.echo(as_table(("Table", "Rows"), _counted(done.counts)))
    if done.editions:
        numbers = ", ".join(map(str, done.editions))
        click.echo(f"Editions keep what they held: {numbers}.")
    click.echo("Still there: backups made before, files that people hold, and text typed by hand.")


@click.command()
@click.option("--dry-run", is_flag=True, help="Say who it would be; write nothing.")
def forget(*, dry_run: bool) -> None:
    """Put a pseudonym in the place of people whose accounts were disabled long ago."""
    with ready_engine() as engine:
        if dry_run:
            gone = retention.due(engine, datetime.now(UTC))
        else:
            gone = retention.forget(engine, author())
    would = "would become" if dry_run else "is now"
    for leaver in gone:
        click.echo(f"Account {leaver.id} {would} {leaver.pseudonym}.")
    if not gone:
        click.echo("Nobody's time is over.")


@click.command()
@click.option("--most", type=click.IntRange(1, 100_000), default=100, help="How many lines.")
def exports(most: int) -> None:
    """List the files that people took out of the service, newest first."""
    with ready_engine() as engine:
        rows = taken.latest(engine, most)
    lines = [
        (formatting.moment(row.at), row.who, row.address, str(row.data_version)) for row in rows
    ]
    click.echo(as_table(("When", "Who", "What", "Data version"), lines))


@click.command()
@click.argument("organisation")
def accept_terms(organisation: str) -> None:
    """Note that an organisation accepted the terms of sharing data on paper."""
    with ready_engine() as engine:
        accept_elsewhere(engine, author(), organisation)
    click.echo(f"{organisation} has accepted the terms of sharing data.")


def _stored(found: Found) -> dict[str, Any]:
    rows = {sheet: [dict(row._mapping) for row in some] for sheet, some in found.rows.items()}
    return rows | {
        "history": [dict(row._mapping) for row in found.history],
        "signed off": [dict(row._mapping) for row in found.signed],
        "editions": found.editions,
    }


def _counted(counts: Mapping[str, int]) -> Iterable[tuple[str, str]]:
    return [(name, str(count)) for name, count in counts.items()]
