"""`partnership template`: an Excel workbook to fill in."""

from pathlib import Path

import click

from dashboard.commands.ready import ready_engine
from data.reader import Reader
from data.returns.stored import content
from data.returns.template import make


@click.command()
@click.option("--as", "organisation", required=True, help="Code of the organisation.")
@click.option("--in", "partnership", required=True, help="Code of the partnership.")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def template(organisation: str, partnership: str, out: Path) -> None:
    """Write an organisation's template, with the rows it has sent already."""
    with ready_engine() as engine, Reader(engine).snapshot() as snapshot:
        found = content(snapshot, organisation, partnership)
    try:
        out.write_bytes(make(found))
    except OSError as error:
        raise click.ClickException(f"{out} can't be written: {error.strerror}.") from error
    rows = sum(len(rows) for rows in found.rows.values())
    click.echo(f"{out}: {len(found.rows)} sheets, {rows} rows.")
