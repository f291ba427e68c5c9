"""The doors by which rows come in, each used as a person would use it.

Each takes a `Desk` and a row as cells by column, and gives a `Came`: whether the row was taken in,
and what was said.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from itertools import count
from pathlib import Path

from click.testing import CliRunner
from openpyxl import load_workbook

from dashboard.cli import main
from tests.support.application import on_the_grid
from tests.support.files import as_csv, lines
from tests.support.people import Browser

Cells = Mapping[str, str]
UPDATE = "/_dash-update-component"
CLICKS = count(1)
INPUT = r'<input[^>]*name="cell-{}"[^>]*>'
SELECT = r'<select[^>]*name="cell-{}"[^>]*>(.*?)</select>'
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Desk:
    """Whose rows they are, and how somebody who keeps them reaches the service.

    Attributes:
        partnership: Its code.
        organisation: Its code.
        browser: Of somebody who is signed in and keeps them.
        database: Address of the database, for the command line.
        folder: Where files may lie.
    """

    partnership: str
    organisation: str
    browser: Browser
    database: str
    folder: Path

    @property
    def home(self) -> str:
        return f"/update/{self.partnership}/{self.organisation}"


@dataclass(frozen=True)
class Came:
    """What became of a row: whether it is in, the status of the answer, and what was said."""

    taken: bool
    status: int
    said: str


def by_form(desk, sheet, cells, row="0", version="0"):
    """Open the form, fill in its fields, choose what it offers, and save."""
    address = f"{desk.home}/{sheet}/row"
    form = desk.browser.get(f"{address}?row={row}" if row != "0" else address)
    if form.status_code != 200:
        return _came(form, taken=False)
    for name, value in cells.items():
        _demand_field(form.text, name, value)
    sent = {f"cell-{name}": value for name, value in cells.items()}
    kept = {"row": row, "version": version, "once": f"form {next(CLICKS)}"}
    answer = desk.browser.post(address, kept | sent)
    return _came(answer, taken=answer.status_code == 303)


def by_grid(desk, sheet, cells, row="new-1", version=None):
    """Type into a row of the grid."""
    typed = {**cells, "id": row, "version": version, "once": f"grid {next(CLICKS)}"}
    answer = desk.browser.send(UPDATE, on_the_grid(f"{desk.home}/{sheet}/grid", row=typed))
    if answer.status_code != 200:
        return _came(answer, taken=False)
    (told,) = (each["data"] for each in answer.get_json()["response"].values())
    return Came(told["words"] in ("Added.", "Saved."), answer.status_code, told["words"])


def by_paste(desk, sheet, *rows):
    """Paste rows with their headings, look, and confirm."""
    pasted = "\n".join("\t".join(line) for line in lines(rows))
    return _confirmed(desk, {"rows": pasted, "sheet": sheet}, "paste")


def by_file(desk, sheet, *rows):
    """Upload a CSV file, look, and confirm."""
    path = as_csv(desk.folder / f"{sheet}.csv", lines(rows))
    return _uploaded(desk, path.read_bytes(), f"{sheet}.csv", sheet)


def by_template(desk, sheet, *rows):
    """Fill in the workbook that the desk offers, upload it, look, and confirm."""
    book = load_workbook(BytesIO(desk.browser.get(f"{desk.home}/template.xlsx").data))
    page = book[sheet]
    columns = {cell.value: cell.column for cell in page[1] if cell.value}
    free = 2 + sum(any(cell.value for cell in line) for line in page.iter_rows(min_row=2))
    for number, row in enumerate(rows, free):
        for name, value in row.items():
            page.cell(number, columns[name], value)
    filled = BytesIO()
    book.save(filled)
    return _uploaded(desk, filled.getvalue(), f"{desk.organisation}.xlsx")


def by_command(desk, sheet, *rows):
    """Take in a CSV file on the command line."""
    path = as_csv(desk.folder / f"{sheet}.csv", lines(rows))
    whose = ["--as", desk.organisation, "--in", desk.partnership]
    return command(desk.database, "import", str(path), "--sheet", sheet, *whose)


def command(database, *arguments):
    """Run a command of `partnership` on a database."""
    done = CliRunner(env={"DATABASE_URL": database}).invoke(main, arguments)
    return Came(done.exit_code == 0, done.exit_code, done.output)


DOORS = {
    "form": by_form,
    "grid": by_grid,
    "paste": by_paste,
    "file": by_file,
    "template": by_template,
    "command": by_command,
}


def _uploaded(desk, contents: bytes, name: str, sheet=""):
    sent = {"file": (BytesIO(contents), name), "sheet": sheet}
    return _confirmed(desk, sent, "file")


def _confirmed(desk, sent, door):
    looked = desk.browser.post(f"{desk.home}/file", sent)
    token = re.search(r'name="token" value="([^"]+)"', looked.text)
    if token is None or looked.status_code != 200:
        return _came(looked, taken=False)
    # Whatever a page says of the door now: it was kept with what was sent.
    form = {"token": token[1], "door": door if door == "paste" else "form"}
    answer = desk.browser.post(f"{desk.home}/file/confirm", form)
    return _came(answer, taken=answer.status_code == 303)


def _demand_field(form: str, name: str, value: str) -> None:
    """See that a form has a field, and offers a value where one can only choose."""
    if choices := re.search(SELECT.format(name), form, re.DOTALL):
        offered = map(unescape, re.findall(r'<option value="([^"]*)"', choices[1]))
        assert value in offered, f"{name} does not offer {value}"
    else:
        assert re.search(INPUT.format(name), form), f"the form has no field {name}"


def _came(answer, *, taken: bool) -> Came:
    return Came(taken, answer.status_code, " ".join(unescape(TAG.sub(" ", answer.text)).split()))
