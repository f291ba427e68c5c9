"""`partnership audit`: what became of a row, from its first day on."""

from collections.abc import Iterator
from typing import Any

import click

from dashboard.commands.ready import ready_engine
from dashboard.commands.tables import as_table
from dashboard.formatting import moment
from data import history
from data.people.person import OPERATOR
from data.returns.problems import RefusedError, shown

HEADINGS = ("When", "Who", "By", "Row", "What", "Why")


@click.command()
@click.option(
    "--table", required=True, type=click.Choice(history.TABLES), help="The table it is in."
)
@click.option("--ref", required=True, help="Its ref or code, or all that tells it apart.")
def audit(table: str, ref: str) -> None:
    """List the changes of a row, the latest first; of every owner's, where several have its ref."""
    with ready_engine() as engine:
        found = history.of_ref(engine, OPERATOR, table, ref)
    if not found:
        raise RefusedError(
            f"The history of {table} has nothing of {shown(ref)}.", "Check both for slips."
        )
    click.echo(as_table(HEADINGS, map(_row, found)))


def _row(line: Any) -> tuple[str, ...]:
    what = "; ".join(_changes(line.before, line.after))
    return (moment(line.when), line.who, line.door, line.row, what, line.reason or "")


def _changes(before: dict[str, Any] | None, after: dict[str, Any] | None) -> Iterator[str]:
    """Give each column with what it was and is; of a new row those that hold something."""
    if after is None:
        yield "taken away"
        return
    for column, value in after.items():
        if before is not None:
            yield f"{column}: {_said(before.get(column))} → {_said(value)}"
        elif value not in (None, False):
            yield f"{column}: {_said(value)}"


def _said(value: Any) -> str:
    return "blank" if value is None else shown(value)
