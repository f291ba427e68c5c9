"""What the pages of updating have in common: where one is, and who is here."""

from flask import abort

from dashboard.server.plain import field
from dashboard.server.sign_in import current
from data.changes.author import Author, Door
from data.changes.rows import Place
from data.due_returns import Desk, desk
from data.engine import Engine
from data.people.person import Person
from data.people.rights import may
from data.returns.scope import may_own
from data.returns.sheets import SHEETS


def at(engine: Engine, partnership: str, organisation: str) -> Desk:
    """Return whose rows a page is about.

    Raises:
        DeniedError: Whoever is here does not see them.
    """
    return desk(engine, current.person_here(), partnership, organisation)


def place(where: Desk, sheet: str) -> Place:
    """Return where the rows of a sheet are; a sheet that its owner can't fill is nowhere."""
    if sheet not in SHEETS or not may_own(SHEETS[sheet], where.kind):
        abort(404)
    return Place(sheet, where.partnership, where.organisation)


def sheets(where: Desk) -> list[str]:
    """Return the sheets that an organisation may fill, in the order of the return."""
    return [name for name, sheet in SHEETS.items() if may_own(sheet, where.kind)]


def titles(where: Desk) -> list[tuple[str, str]]:
    """Return the same sheets, each with what people call it."""
    return [(name, SHEETS[name].title) for name in sheets(where)]


def sheet_asked(where: Desk) -> str | None:
    """Return the sheet that a form names, if it names one; one that can't be filled is nowhere."""
    name = field("sheet") or None
    if name is not None and name not in sheets(where):
        abort(404)
    return name


def author(where: Desk, door: Door) -> Author:
    """Return whoever is here as the author of a change of somebody's rows."""
    return Author.by(current.person_here(), door, where.organisation_name)


def writes(where: Desk) -> bool:
    """Return whether whoever is here may write those rows."""
    here: Person = current.person_here()
    return may(here, "write rows", where.partnership, where.organisation)


def home(where: Desk) -> str:
    """Return the address of a desk."""
    return f"/update/{where.partnership}/{where.organisation}"
