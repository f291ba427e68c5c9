"""`partnership report`: what is made of an edition to be taken away."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from dashboard.commands.ready import ready_engine
from dashboard.editions.shelf import Shelf
from dashboard.indicators import INDICATORS
from dashboard.indicators.measured import measured
from dashboard.reports import workbook as book
from dashboard.reports.forms import FORMS
from dashboard.reports.pack import Taken
from dashboard.reports.printed import booklet
from dashboard.reports.reading import At
from dashboard.reports.slides import deck
from data.calendar import LONDON
from data.people.person import OPERATOR
from data.people.rights import DeniedError
from data.reader import Reader
from data.returns.problems import RefusedError

Made = TypeVar("Made")


@click.group()
def report() -> None:
    """Make what is taken away of an edition."""


def of_an_edition(command: Callable[..., None]) -> Callable[..., None]:
    """Add the edition and the file to a command."""
    number = click.option("--edition", "number", type=int, required=True, metavar="N")
    out = click.argument("out", type=click.Path(dir_okay=False, writable=True, path_type=Path))
    return number(out(command))


@report.command()
@of_an_edition
@click.pass_context
def slides(context: click.Context, number: int, out: Path) -> None:
    """Write an edition as slides (PPTX) to the file OUT, and name what could not be made."""
    _write_and_name(context, _made(deck.made, number), out)


@report.command()
@of_an_edition
@click.pass_context
def printed(context: click.Context, number: int, out: Path) -> None:
    """Write an edition as a tagged PDF to the file OUT, and name what could not be made."""
    _write_and_name(context, _made(booklet.made, number), out)


@report.command()
@of_an_edition
@click.pass_context
def workbook(context: click.Context, number: int, out: Path) -> None:
    """Write an edition as a workbook (XLSX) to the file OUT, and name what could not be made."""
    _write_and_name(context, _made(book.made, number), out)


@report.command()
@of_an_edition
def bundle(number: int, out: Path) -> None:
    """Write an edition as CSV and JSON files in a ZIP to the file OUT."""
    _write(_made(_file_of("bundle"), number), out)


@report.command()
@of_an_edition
def profiles(number: int, out: Path) -> None:
    """Write two pages on each partner of an edition as a tagged PDF to the file OUT."""
    _write(_made(_file_of("profiles"), number), out)


@report.command("profile-files")
@of_an_edition
def profile_files(number: int, out: Path) -> None:
    """Write the same as a ZIP of a PDF for each partner to the file OUT."""
    _write(_made(_file_of("profile-files"), number), out)


def _file_of(form: str) -> Callable[[At, int], bytes]:
    return lambda at, number: FORMS[form].make(at, number, OPERATOR)


def _made(make: Callable[[At, int], Made], number: int) -> Made:
    """Return what is made of an edition, whoever it is for."""
    with ready_engine() as engine:
        measures = measured(INDICATORS.values())
        shelf = Shelf(Reader(engine), measures, lambda: datetime.now(LONDON).date())
        try:
            return make(lambda query: shelf.at(query, OPERATOR), number)
        except DeniedError as denied:
            raise RefusedError(f"There is no edition {number}.", "List them first.") from denied


def _write_and_name(context: click.Context, made: Taken, out: Path) -> None:
    _write(made.file, out)
    for heading in made.failed:
        click.echo(f"Could not be made: {heading}.", err=True)
    if made.failed:
        context.exit(1)


def _write(made: bytes, out: Path) -> None:
    try:
        out.write_bytes(made)
    except OSError as error:
        raise RefusedError(f"{out} can't be written.", "Choose another place.") from error
    click.echo(f"Wrote {out}.")
