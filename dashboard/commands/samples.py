"""Load the samples."""

import click

from dashboard.commands.ready import configured_settings, upgraded_engine
from dashboard.editions.samples import add_missing
from data.calendar import today
from data.engine import Engine
from data.samples import people
from data.samples.load import is_empty
from data.samples.load import load as load_into
from data.samples.open_return import open_return


@click.group()
def samples() -> None:
    """Look after the sample partnerships."""


@samples.command()
@click.option("--if-empty", is_flag=True, help="Do nothing where there is any partnership.")
def load(if_empty: bool) -> None:
    """Load three invented partnerships and fifteen published examples; again, it adds nothing."""
    load_samples(if_empty=if_empty)


def load_samples(*, if_empty: bool) -> None:
    """Bring the database to the newest revision, load what is missing of the samples, and say so.

    Args:
        if_empty: Load them only where there is no partnership.

    Raises:
        RefusedError: The database can't be reached or brought to the newest revision.
    """
    with upgraded_engine() as engine:
        if if_empty and not is_empty(engine):
            click.echo("There are partnerships already: no samples loaded.")
            _for_trying(engine)
            return
        rows = load_into(engine).rows
        _for_trying(engine)
    click.echo(f"Samples loaded: {rows:,} new rows." if rows else "Nothing was missing.")


def _for_trying(engine: Engine) -> None:
    """Add what somebody needs who tries the service: accounts, an open return, and editions."""
    if not configured_settings().production:
        people.add_missing(engine)
        open_return(engine, today())
        add_missing(engine, today())
