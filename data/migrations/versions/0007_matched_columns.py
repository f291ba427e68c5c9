"""Keep what somebody said of a file's columns, with the file while it waits and once it is in."""

from alembic import op

from data.migrations import frozen

revision = "0007"
down_revision = "0006"

TABLES = ("waiting_file", "upload")


def upgrade() -> None:
    """Add a column to each."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop it."""
    for table in TABLES:
        op.drop_column(table, "matching")
