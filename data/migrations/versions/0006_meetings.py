"""Keep what steering groups agree and say, what people saved and saw, and rules of a status."""

from datetime import date

from alembic import op
from sqlalchemy import column, table

from data.migrations import frozen
from data.types import Day

revision = "0006"
down_revision = "0005"

TABLES = ("last_look", "saved_view", "commentary", "action")
SETTING = table("setting", *map(column, ("key", "value", "country")), column("valid_from", Day))
# From the first day on, as they were set on the day of this migration.
MARGINS = {"status_margin_percent": "10", "status_margin_points": "5"}


def upgrade() -> None:
    """Create the tables, and set how far behind a target is still close to it."""
    frozen.run(__file__)
    first = {"country": "any", "valid_from": date(1900, 1, 1)}
    rows = [first | {"key": key, "value": value} for key, value in MARGINS.items()]
    op.get_bind().execute(SETTING.insert(), rows)


def downgrade() -> None:
    """Drop them, and the rules with every value they have had."""
    for name in TABLES:
        op.drop_table(name)
    op.get_bind().execute(SETTING.delete().where(column("key").in_(MARGINS)))
