"""`partnership return`: where returns stand, the quarter they are asked for, and reminders."""

from collections.abc import Callable
from typing import Any

import click

from dashboard import formatting, reminders
from dashboard.commands.asked import day_of
from dashboard.commands.importing import tell
from dashboard.commands.ready import configured_settings, ready_engine
from dashboard.commands.tables import as_table
from dashboard.commands.users import author
from dashboard.mail import Mailer
from dashboard.reminders import Awaited
from data import due_returns
from data.calendar import quarter_days, today
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.due_returns import Due
from data.engine import Engine
from data.people.person import OPERATOR
from data.returns import form_input
from data.returns.reference import REFERENCE

HEADINGS = ("Quarter", "Partnership", "Organisation", "State", "Due", "Late", "Queries")


def of_partners(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add to a command whose returns it is about."""
    whose = click.option("--as", "organisation", help="Those of this organisation alone.")
    where = click.option("--in", "partnership", help="Those of this partnership alone.")
    return whose(where(command))


@click.group("return")
def return_() -> None:
    """Look after returns: where each stands, when they open, and who is late."""


@return_.command()
@of_partners
@click.option("--quarter", help="Those of this quarter alone, such as 2026/27 Q1.")
def status(quarter: str | None, **whose: str | None) -> None:
    """List where the returns stand that are open or have been, the latest quarter first."""
    with ready_engine() as engine:
        found = [one for one in _open(engine, **whose) if quarter in (None, one.which.period)]
    click.echo(as_table(HEADINGS, map(_row, found)) if found else "No such return is open.")


@return_.command("open")
@click.argument("quarter")
@click.option("--opens", metavar="DATE", help="The day it opens, as 2026-02-01; today.")
@click.option("--due", metavar="DATE", required=True, help="The day it is due.")
def open_(quarter: str, opens: str | None, due: str) -> None:
    """Ask for the returns of a QUARTER, such as "2026/27 Q1"; again, it moves their days."""
    try:
        first, last = quarter_days(quarter)
    except ValueError as error:
        raise click.UsageError(
            f"{quarter!r} is no quarter: write one such as 2026/27 Q1."
        ) from error
    now = today()
    days = {"opens": day_of(opens, now, "--opens"), "due": day_of(due, now, "--due")}
    days = {"starts_on": first, "ends_on": last, **days}
    cells = {"quarter": quarter, **{name: day.isoformat() for name, day in days.items()}}
    reading = form_input.reading(REFERENCE["return_period"], [cells])
    with ready_engine() as engine:
        outcome = upload_reference(engine, reading, author(), named=Named())
    tell(outcome, dry_run=False, as_json=False)


@return_.command()
@of_partners
@click.pass_context
def remind(context: click.Context, /, **whose: str | None) -> None:
    """Write to the coordinators of each partner whose returns are late, of all it owes."""
    settings, by = configured_settings(), author().who
    with ready_engine() as engine:
        mailer = Mailer(engine, settings)
        late = reminders.awaited(one for one in _open(engine, **whose) if one.late)
        told = [
            line
            for some in late
            for line in _reminded(engine, mailer, some, settings.public_url, by)
        ]
    for line, _ in told:
        click.echo(line)
    if not told:
        click.echo("Nobody is late.")
    if not all(done for _, done in told):
        context.exit(1)


def _reminded(
    engine: Engine, mailer: Mailer, about: Awaited, address: str, by: str
) -> list[tuple[str, bool]]:
    """Send the letters to a partner; return a line on each, and whether it went out."""
    which, periods = about[0].which, formatting.quarters(one.which.period for one in about)
    what = f"{which.organisation} in {which.partnership}, {periods}"
    written = reminders.letters(engine, about, address, by)
    if not written:
        return [(f"{what}: nobody has an account who could be reminded.", False)]
    sent = [(letter.to, mailer.send(letter, by)) for letter in written]
    return [(f"{what}: {failure or 'reminded'} ({to})", not failure) for to, failure in sent]


def _open(engine: Engine, partnership: str | None, organisation: str | None) -> list[Due]:
    return [
        one
        for one in due_returns.due(engine, OPERATOR, today())
        if partnership in (None, one.which.partnership)
        and organisation in (None, one.which.organisation)
    ]


def _row(one: Due) -> tuple[str, ...]:
    which = one.which
    late = "late" if one.late else ""
    place = (which.period, which.partnership, which.organisation)
    return (*place, one.state, one.due.isoformat(), late, str(one.queries))
