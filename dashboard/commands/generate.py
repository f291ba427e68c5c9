"""Make invented partnerships to try the service on."""

from time import perf_counter

import click

from dashboard.commands.ready import upgraded_engine
from dashboard.commands.tables import as_table
from data.generated.load import generate as generate_into
from data.generated.sizes import SIZES


@click.command()
@click.option("--size", type=click.Choice(list(SIZES)), required=True, help="How much to make.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
def generate(size: str, seed: int) -> None:
    """Make invented partnerships: S one, M all of England, L the same with ten million rows.

    The same size and seed give the same rows, whatever the database.
    """
    began = perf_counter()
    with upgraded_engine() as engine:
        counts = generate_into(engine, size, seed)
    lines = [(sheet, f"{count:,}") for sheet, count in counts.items()]
    click.echo(as_table(("Sheet", "Rows"), lines))
    click.echo(f"{sum(counts.values()):,} rows in {perf_counter() - began:.1f} s.")
