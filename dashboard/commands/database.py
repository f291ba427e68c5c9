"""Prepare the database, and say how it stands."""

import click

from dashboard.commands.ready import configured_engine, upgraded_engine
from data import health, migrate


@click.group()
def db() -> None:
    """Prepare the database, or check it."""


@db.command()
def upgrade() -> None:
    """Create the database where needed and bring it to the newest revision."""
    with upgraded_engine():
        click.echo(f"The database stands at revision {migrate.head()}, the newest.")


@db.command()
def check() -> None:
    """Say whether the database is of this version and whole; exit status 1 if it is not."""
    with configured_engine() as engine:
        problems = health.problems(engine)
    for problem in problems:
        click.echo(problem)
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"The database stands at revision {migrate.head()} and is whole.")
