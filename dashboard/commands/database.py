"""Prepare the database, and say how it stands."""

import click

from dashboard.settings import Settings, SettingsError
from data import health, migrate
from data.engine import make_engine


@click.group()
def db() -> None:
    """Prepare the database, or check it."""


@db.command()
def upgrade() -> None:
    """Create the database where needed and bring it to the newest revision."""
    url = _url()
    try:
        revision = migrate.upgrade(url)
    except migrate.NewerDatabaseError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"The database stands at revision {revision}, the newest.")


@db.command()
def check() -> None:
    """Say whether the database is of this version and whole; exit status 1 if it is not."""
    engine = make_engine(_url(), statement_limits=False)
    try:
        problems = health.problems(engine)
    finally:
        engine.dispose()
    for problem in problems:
        click.echo(problem)
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"The database stands at revision {migrate.head()} and is whole.")


def _url() -> str:
    try:
        return Settings.from_environment().database_url
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
