"""Say of each change which columns it changed, so that figures of others stay."""

from alembic import op

from data.migrations import frozen

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column; of earlier changes it says nothing."""
    frozen.run(__file__)


def downgrade() -> None:
    """Drop it."""
    op.drop_column("touched", "changed")
