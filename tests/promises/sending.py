"""Files of rows that go in one after the other, and all that is stored."""

from dataclasses import replace

from sqlalchemy import select

from data.changes.upload import Request, upload
from data.engine import reading
from data.returns import form_input
from data.returns.sheets import SHEETS
from data.schema import METADATA
from tests import factories
from tests.changes.conftest import by

NEW = {
    name: str(value)
    for name, value in factories.DEFAULTS["offers"].items()
    if SHEETS["offers"].has(name)
}


def everything(engine):
    """Every row of every table, to compare."""
    with reading(engine) as connection:
        return {
            name: connection.execute(select(table)).all() for name, table in METADATA.tables.items()
        }


def file_of(rows, number=0, team="x"):
    """A file of so many new offers, which no file of another number is taken for."""
    found = [NEW | {"team": f"{team} {number} {row}"} for row in range(rows)]
    return replace(form_input.reading(SHEETS["offers"], found), digest=f"{number:064d}")


def send(engine, file):
    """What becomes of a file of the council's offers."""
    return upload(engine, file, Request("offers.csv", "riverside", "north", "offers"), by())
