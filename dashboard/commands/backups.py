"""`partnership backup` and `partnership restore`: all that is stored, out and in again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

import click

from dashboard import formatting
from dashboard.commands.ready import UNREACHABLE, configured_engine, owners_engine
from dashboard.commands.users import author
from data import health
from data.backups.make import Head, make
from data.backups.restore import check
from data.backups.restore import restore as restore_into
from data.engine import Engine


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
def backup(out: Path) -> None:
    """Write all that is stored to a new file, while the service goes on."""
    with _reached(configured_engine) as engine, _in_words(out, "written"):
        head, rows = make(engine, out)
    size = out.stat().st_size
    click.echo(f"{out}: {rows:,} rows at revision {head.revision}, {size:,} bytes, checked.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say whether the file is whole; write nothing.")
def restore(file: Path, *, dry_run: bool) -> None:
    """Put a backup in the place of the database; the old one is kept."""
    if dry_run:
        with _in_words(file, "read"):
            click.echo(f"{_described(check(file))} is whole. Nothing was written.")
        return
    with _reached(owners_engine) as engine, _in_words(file, "read"):
        done = restore_into(engine, file, author())
    click.echo(f"{_described(done.head)} is restored: {done.rows:,} rows.")
    if done.old:
        click.echo(f"The database that was there before is kept as {done.old}.")
    click.echo("Everybody has to sign in again.")


@contextmanager
def _reached(opened: Callable[[], AbstractContextManager[Engine]]) -> Iterator[Engine]:
    with opened() as engine:
        if health.problem(engine) == health.UNREACHABLE:
            raise UNREACHABLE
        yield engine


@contextmanager
def _in_words(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"{path} can't be {what}: {error.strerror}.") from error


def _described(head: Head) -> str:
    when = formatting.moment(datetime.fromisoformat(head.made_at))
    return f"The backup of {when}, at revision {head.revision},"
