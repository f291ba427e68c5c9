"""`partnership import` and `partnership import-reference`: files in."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from traceback import extract_tb

import click

from dashboard import formatting
from dashboard.commands.ready import ready_engine
from dashboard.commands.tables import as_table
from data.changes.author import Author
from data.changes.outcome import Outcome
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.changes.upload import Request, upload
from data.returns.folder import read_folder
from data.returns.problems import Problem, RefusedError, of_file
from data.returns.read import read
from data.returns.reference import REFERENCE
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS

AUTHOR = "command line"
REFUSED = 1
HEADINGS = ("Sheet", "Cell", "Row", "Column", "Value", "Problem", "How to fix")
FILE = click.argument("file", type=click.Path(path_type=Path))
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.command()
@FILE
@click.option("--sheet", type=click.Choice(list(SHEETS)), help="Read this sheet alone.")
@click.option("--as", "owner", help="The organisation whose rows they are; a row may say itself.")
@click.option("--in", "partnership", help="The partnership they belong to; a row may say itself.")
@click.option("--leave-out", is_flag=True, help="Leave out rows with problems; take the others.")
@DRY_RUN
@AS_JSON
def import_file(
    file: Path, *, dry_run: bool, as_json: bool, leave_out: bool, **asked: str | None
) -> None:
    """Take in a return: an Excel workbook, or a CSV file of one sheet."""
    request = Request(file.name, dry_run=dry_run, leave_out=leave_out, **asked)

    def take_in() -> Outcome:
        reading = read(file, SHEETS, sheet=request.sheet, extra=COLUMNS)
        with ready_engine() as engine:
            return upload(engine, reading, request, Author(AUTHOR, "command"))

    tell(safely(take_in), dry_run=dry_run, as_json=as_json)


@click.command()
@FILE
@DRY_RUN
@AS_JSON
def import_reference(file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Take in reference tables: an Excel workbook, or a folder of CSV files."""

    def take_in() -> Outcome:
        reading = read_folder(file, REFERENCE) if file.is_dir() else read(file, REFERENCE)
        with ready_engine() as engine:
            author = Author(AUTHOR, "command")
            return upload_reference(
                engine,
                reading,
                author,
                named=_named(),
                dry_run=dry_run,
            )

    tell(safely(take_in), dry_run=dry_run, as_json=as_json)


def _named() -> Named:
    """Return what reference tables may name: indicators, and parts of reports."""
    # What computes figures takes half a second to load, and no return asks for it.
    from dashboard.indicators import INDICATORS  # noqa: PLC0415
    from dashboard.reports.parts import PARTS  # noqa: PLC0415

    return Named(INDICATORS, PARTS)


def safely(take_in: Callable[[], Outcome]) -> Outcome:
    """Return the outcome, whatever happens: no file may end in a traceback."""
    try:
        return take_in()
    except RefusedError as refused:
        return Outcome(errors=(of_file(refused),))
    except Exception as error:
        return Outcome(errors=(of_file(_failure(error)),))


def _failure(error: Exception) -> RefusedError:
    """Return what to tell of a fault of ours: its text could quote the file, its place can't."""
    place = extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
    return RefusedError(
        f"Something unexpected went wrong ({what}); nothing was written.",
        "Try again; if it stays, tell whoever looks after this service, with the file at hand.",
    )


def tell(outcome: Outcome, *, dry_run: bool, as_json: bool) -> None:
    """Print what became of a file; a refusal ends the command with its exit status."""
    if as_json:
        click.echo(json.dumps(outcome.as_json(), ensure_ascii=False))
    else:
        _print(outcome, dry_run=dry_run)
    if outcome.errors:
        raise click.exceptions.Exit(REFUSED)


def _print(outcome: Outcome, *, dry_run: bool) -> None:
    if outcome.ignored:
        click.echo(f"Ignored: {', '.join(outcome.ignored)}.")
    if outcome.errors:
        click.echo(f"Refused: {_counted(len(outcome.errors), 'problem')}. Nothing was written.")
        click.echo(_listed(outcome.errors))
        return
    if outcome.known_since:
        when = formatting.moment(outcome.known_since)
        click.echo(f"This file was imported on {when}: 0 changes, nothing to do.")
        return
    done = "Would be accepted" if dry_run else "Accepted"
    click.echo(
        f"{done}: {_counted(outcome.accepted, 'row')} "
        f"({outcome.new} new, {outcome.changed} changed, {outcome.unchanged} unchanged)."
    )
    if outcome.left_out:
        count = len({(problem.sheet, problem.row) for problem in outcome.left_out})
        click.echo(f"Left out: {_counted(count, 'row')} with problems.")
        click.echo(_listed(outcome.left_out))
    if outcome.queries:
        count = len(outcome.queries)
        click.echo(f"{_counted(count, 'query', 'queries')}: stored, but each asks for a reason.")
        click.echo(_listed(outcome.queries))


def _listed(problems: Iterable[Problem]) -> str:
    return as_table(
        HEADINGS,
        (
            (one.sheet, one.cell, str(one.row or ""), one.column, one.value, one.problem, one.fix)
            for one in problems
        ),
    )


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
