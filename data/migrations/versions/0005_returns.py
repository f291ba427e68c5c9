"""Keep returns whole: what was signed off, what was confirmed, what waits, and what was done."""

from alembic import op

from data.migrations import frozen

revision = "0005"
down_revision = "0004"

TABLES = ("waiting_file", "done", "sheet_confirmed", "signed_row")


def upgrade() -> None:
    """Create the tables, and have the history say in which file a change came."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop them."""
    for table in TABLES:
        op.drop_table(table)
    op.drop_index("ix_audit_upload", "audit")
    op.drop_column("audit", "upload")
