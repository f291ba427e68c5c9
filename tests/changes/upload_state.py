"""What is stored once files came in."""

from sqlalchemy import select

from data.returns.sheets import SHEETS
from data.schema import DATA_VERSION, FACTS, METADATA
from tests.support.files import row

OFFERS = FACTS["offers"]
EVERYTHING = {name: [row(name)] for name in SHEETS}


def version(sender):
    return sender.stored(DATA_VERSION)[0].number


def everything_stored(sender):
    """Every row of every table, as the database has it."""
    with sender.engine.connect() as connection:
        return {
            table.name: connection.execute(select(table)).all() for table in METADATA.sorted_tables
        }
