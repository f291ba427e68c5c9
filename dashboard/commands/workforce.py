"""`partnership import-workforce`: the Department's published file in, for all of England."""

from pathlib import Path

import click

from dashboard.commands.importing import AS_JSON, AUTHOR, DRY_RUN, FILE, safely, tell
from dashboard.commands.ready import ready_engine
from data.changes.author import Author
from data.changes.outcome import Outcome
from data.changes.published_workforce import import_published
from data.returns.published.columns import NAME, SHEET
from data.returns.read import read


@click.command()
@FILE
@DRY_RUN
@AS_JSON
def import_workforce(file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Take in the children's social work workforce file of the Department for Education."""

    def take_in() -> Outcome:
        reading = read(file, {NAME: SHEET}, sheet=NAME)
        with ready_engine() as engine:
            author = Author(AUTHOR, "command")
            return import_published(engine, reading, file.name, author, dry_run=dry_run)

    tell(safely(take_in), dry_run=dry_run, as_json=as_json)
