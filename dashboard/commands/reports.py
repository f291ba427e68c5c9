"""`partnership report`: what is made of an edition to be taken away."""

from collections.abc import Callable
from pathlib import Path

import click

from dashboard.commands.ready import ready_engine
from dashboard.reports.carry_out_order import cache_of
from dashboard.reports.forms import FORMS, Make
from dashboard.reports.pack import Taken
from data.people.person import OPERATOR
from data.people.rights import DeniedError
from data.returns.problems import RefusedError


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
def slides(number: int, out: Path) -> None:
    """Write an edition as slides (PPTX) to the file OUT, and name what could not be made."""
    _write("slides", number, out)


@report.command()
@of_an_edition
def printed(number: int, out: Path) -> None:
    """Write an edition as a tagged PDF to the file OUT, and name what could not be made."""
    _write("printed", number, out)


@report.command()
@of_an_edition
def workbook(number: int, out: Path) -> None:
    """Write an edition as a workbook (XLSX) to the file OUT, and name what could not be made."""
    _write("workbook", number, out)


@report.command()
@of_an_edition
def bundle(number: int, out: Path) -> None:
    """Write an edition as CSV and JSON files in a ZIP to the file OUT."""
    _write("bundle", number, out)


@report.command()
@of_an_edition
def profiles(number: int, out: Path) -> None:
    """Write two pages on each partner as a tagged PDF to the file OUT, and name who has none."""
    _write("profiles", number, out)


@report.command("profile-files")
@of_an_edition
def profile_files(number: int, out: Path) -> None:
    """Write the same as a ZIP of a PDF for each partner to the file OUT."""
    _write("profile-files", number, out)


def _write(form: str, number: int, out: Path) -> None:
    """Write a form of an edition, whoever it is for; the command fails where a part of it did."""
    made = _made(FORMS[form].make, number)
    try:
        out.write_bytes(made.file)
    except OSError as error:
        raise RefusedError(f"{out} can't be written.", "Choose another place.") from error
    click.echo(f"Wrote {out}.")
    for name in made.failed:
        click.echo(f"Could not be made: {name}.", err=True)
    if made.failed:
        click.get_current_context().exit(1)


def _made(make: Make, number: int) -> Taken:
    with ready_engine() as engine:
        edition_cache = cache_of(engine)
        try:
            return make(lambda query: edition_cache.at(query, OPERATOR), number, OPERATOR)
        except DeniedError as denied:
            raise RefusedError(f"There is no edition {number}.", "List them first.") from denied
