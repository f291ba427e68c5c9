"""Load the samples."""

import click

from dashboard.settings import Settings
from data import migrate
from data.engine import make_engine
from data.samples.load import is_empty
from data.samples.load import load as load_into


@click.group()
def samples() -> None:
    """Look after the sample partnerships."""


@samples.command()
@click.option("--if-empty", is_flag=True, help="Do nothing where there is any partnership.")
def load(if_empty: bool) -> None:
    """Load three invented partnerships and fifteen published examples; again, it adds nothing."""
    url = Settings.from_environment().database_url
    migrate.upgrade(url)
    engine = make_engine(url, statement_limits=False)
    try:
        if if_empty and not is_empty(engine):
            click.echo("There are partnerships already: no samples loaded.")
            return
        loaded = load_into(engine)
        said = (
            f"Samples loaded: {loaded.rows:,} new rows." if loaded.rows else "Nothing was missing."
        )
        click.echo(said)
    finally:
        engine.dispose()
