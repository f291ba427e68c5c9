"""Keep how packs are put together as data, and what commentary rests on."""

from alembic import op
from sqlalchemy import column, table

from data.migrations import frozen, reports

revision = "0012"
down_revision = "0011"

# Each before those it refers to.
TABLES = ("commentary_figures", "report_indicator", "report_section", "report")


def upgrade() -> None:
    """Create the tables, and bring a definition for each kind of reader."""
    frozen.run(__file__)
    connection = op.get_bind()
    for name, rows in (
        ("report", reports.REPORTS),
        ("report_section", reports.SECTIONS),
        ("report_indicator", reports.INDICATORS),
    ):
        connection.execute(table(name, *map(column, rows[0])).insert(), rows)


def downgrade() -> None:
    """Drop them."""
    for name in TABLES:
        op.drop_table(name)
