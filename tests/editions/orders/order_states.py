"""Orders of editions: what they are called, and how they come to stand still."""

from datetime import UTC, datetime

from sqlalchemy import update

from data.engine import writing
from data.schema import EDITION_ORDER


def name_of(address):
    return address.rpartition("/")[2]


def past(engine, since):
    """Have everybody be silent about every order for so long."""
    with writing(engine) as connection:
        connection.execute(update(EDITION_ORDER).values(heard_at=datetime.now(UTC) - since))


def interrupted(*_args):
    raise KeyboardInterrupt
