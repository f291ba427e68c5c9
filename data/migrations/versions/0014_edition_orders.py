"""Keep editions that were asked for, and how far each is."""

from alembic import op

from data.migrations import frozen

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Create the table."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop it."""
    op.drop_table("edition_order")
